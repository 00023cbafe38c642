package newsroom.publish.delivery.carrying;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How what is due is carried.
///
/// @param instance this instance's name among all that share the ledger, the same after a restart
/// @param poll how long a carrier sleeps at most: it finds in this time what other instances left
/// @param leaseMargin a lease is this much longer than the destination's deadline
/// @param probe while a site does not answer, one story is tried this often, whatever the plan says
/// @param retry pauses between tries, by kind of destination
/// @param retryOtherwise pauses for kinds that `retry` does not name
@ConfigurationProperties("newsroom.publish.carrying")
record CarryingSettings(
    @DefaultValue("publish") String instance,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("10s") Duration leaseMargin,
    @DefaultValue("30s") Duration probe,
    @DefaultValue Map<String, List<Duration>> retry,
    @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retryOtherwise) {

  RetryPlan plan(String kind) {
    return new RetryPlan(retry.getOrDefault(kind, retryOtherwise));
  }
}
