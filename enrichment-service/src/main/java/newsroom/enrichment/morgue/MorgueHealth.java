package newsroom.enrichment.morgue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether the morgue can be asked, how many stories it holds and how far it has read.
@Component("morgueHealthIndicator")
class MorgueHealth implements HealthIndicator {

  /// A large merge, or a Kafka that comes and goes, may keep the reader this long.
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Morgue morgue;
  private final Duration patience;

  @Autowired
  MorgueHealth(Morgue morgue, MeterRegistry meters) {
    this(morgue, meters, PATIENCE);
  }

  MorgueHealth(Morgue morgue, MeterRegistry meters, Duration patience) {
    this.morgue = morgue;
    this.patience = patience;
    Gauge.builder("newsroom.lag", morgue, asked -> asked.state().lag())
        .description("events not read yet")
        .tag("consumer", "morgue")
        .register(meters);
    Gauge.builder("newsroom.morgue.documents", this, MorgueHealth::documents)
        .description("live stories that can be found")
        .register(meters);
  }

  @Override
  public Health health() {
    var state = morgue.state();
    var trouble = state.trouble();
    var silence = morgue.silence();
    if (silence.compareTo(patience) > 0) {
      return Health.down()
          .withDetail(
              "trouble", "its reader does not turn: last heard " + silence.toSeconds() + " s ago")
          .build();
    }
    if (trouble != null) {
      return Health.down().withDetail("trouble", trouble).build();
    }
    var health =
        Health.up()
            .withDetail("documents", documents())
            .withDetail("caughtUp", state.caughtUp())
            .withDetail("lag", state.lag());
    var refreshed = state.refreshed();
    return refreshed == null ? health.build() : health.withDetail("refreshed", refreshed).build();
  }

  private int documents() {
    try {
      return morgue.documents();
    } catch (IOException | RuntimeException _) {
      // being closed or built again just now
      return 0;
    }
  }
}
