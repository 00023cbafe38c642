package newsroom.ingest.quiet;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Names the agencies that are quiet. Never down: that an agency says nothing is no fault of the
/// service, and a restart would not make it speak.
@Component
final class AgenciesHealthIndicator implements HealthIndicator {

  private final LastWires wires;

  AgenciesHealthIndicator(LastWires wires) {
    this.wires = wires;
  }

  @Override
  public Health health() {
    return Health.up().withDetails(wires.quietNow()).build();
  }
}
