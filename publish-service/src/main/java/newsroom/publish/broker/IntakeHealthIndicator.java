package newsroom.publish.broker;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether stories are taken in and carried.
@Component
class IntakeHealthIndicator implements HealthIndicator {

  private final Start start;

  IntakeHealthIndicator(Start start) {
    this.start = start;
  }

  @Override
  public Health health() {
    return KafkaHealthIndicator.of(start.reading());
  }
}
