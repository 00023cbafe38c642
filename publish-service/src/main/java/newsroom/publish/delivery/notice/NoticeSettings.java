package newsroom.publish.delivery.notice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What operators hear of, how often, and where.
///
/// @param every how often the ledger is looked at for what is to be told
/// @param failingAfter a destination at which nothing got through for so long is told of
/// @param gather what happens in this time leaves together, counted
/// @param parkedAgain stories parked at one destination are told of no more often
/// @param keep how long what was told is remembered
/// @param retry pauses before the second try to send a bulletin, the third and so on
/// @param webhook as those of the destination `webhook`; without `url` nothing is posted
/// @param mail as those of the destination `mail`; without `to` nothing is mailed
@ConfigurationProperties("newsroom.publish.notices")
public record NoticeSettings(
    @DefaultValue("10s") Duration every,
    @DefaultValue("15m") Duration failingAfter,
    @DefaultValue("1m") Duration gather,
    @DefaultValue("15m") Duration parkedAgain,
    @DefaultValue("90d") Duration keep,
    @DefaultValue({"5s", "30s", "5m", "30m", "2h", "8h", "24h"}) List<Duration> retry,
    @DefaultValue Map<String, String> webhook,
    @DefaultValue Map<String, String> mail) {

  /// Without the secrets.
  @Override
  public String toString() {
    return "NoticeSettings[webhook=" + webhook.keySet() + ", mail=" + mail.keySet() + "]";
  }
}
