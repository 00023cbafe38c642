package newsroom.enrichment.broker;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/// A Kafka that nobody asks.
public final class Nowhere {

  private Nowhere() {}

  public static Broker broker() {
    return new Broker(new KafkaProperties());
  }
}
