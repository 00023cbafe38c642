package newsroom.ingest.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// How each source fares. An agency's server that is away is no reason to take this service for
/// down, so this says `UP` and the particulars.
@Component
final class ChannelsHealthIndicator implements HealthIndicator {

  private final Rounds rounds;

  ChannelsHealthIndicator(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public Health health() {
    var health = Health.up();
    for (var watch : rounds.watches()) {
      var label = watch.label();
      var name = label.channel() + " " + label.agency() + " " + label.address();
      health.withDetail(name, particulars(watch.standing()));
    }
    return health.build();
  }

  private static Map<String, String> particulars(Watch.Standing standing) {
    var said = new LinkedHashMap<String, String>();
    said.put("state", standing.state());
    said.put("since", standing.since().toString());
    if (standing.answered() != null) {
      said.put("lastAnswer", standing.answered().toString());
    }
    if (standing.reason() != null) {
      said.put("reason", standing.reason());
    }
    return said;
  }
}
