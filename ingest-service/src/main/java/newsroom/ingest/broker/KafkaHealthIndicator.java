package newsroom.ingest.broker;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Whether Kafka is there, from the last answer: asking for health never waits for Kafka.
@Component
final class KafkaHealthIndicator implements HealthIndicator {

  private final Broker broker;

  KafkaHealthIndicator(Broker broker) {
    this.broker = broker;
  }

  @Override
  public Health health() {
    return broker
        .trouble()
        .map(trouble -> Health.down().withDetail("reason", trouble).build())
        .orElseGet(() -> Health.up().build());
  }
}
