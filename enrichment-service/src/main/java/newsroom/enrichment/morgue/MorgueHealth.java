package newsroom.enrichment.morgue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether the morgue can be asked, how many stories it holds and how far it has read.
@Component("morgueHealthIndicator")
class MorgueHealth implements HealthIndicator {

  private final Morgue morgue;

  MorgueHealth(Morgue morgue, MeterRegistry meters) {
    this.morgue = morgue;
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
