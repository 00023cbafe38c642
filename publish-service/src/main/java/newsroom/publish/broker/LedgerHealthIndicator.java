package newsroom.publish.broker;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether the ledger's database answers.
@Component
class LedgerHealthIndicator implements HealthIndicator {

  private final Pulse pulse;

  LedgerHealthIndicator(Pulse pulse) {
    this.pulse = pulse;
  }

  @Override
  public Health health() {
    return KafkaHealthIndicator.of(pulse.postgres());
  }
}
