package newsroom.publish.broker;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether Kafka answers.
@Component
class KafkaHealthIndicator implements HealthIndicator {

  private final Pulse pulse;

  KafkaHealthIndicator(Pulse pulse) {
    this.pulse = pulse;
  }

  @Override
  public Health health() {
    return of(pulse.kafka());
  }

  static Health of(Pulse.Reading reading) {
    return reading.well()
        ? Health.up().build()
        : Health.down().withDetail("reason", reading.trouble()).build();
  }
}
