package newsroom.enrichment.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// Puts what could not be read on a topic of its own, byte for byte, with the reason and where it
/// came from.
@Component
public class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final KafkaTemplate<String, byte[]> kafka;
  private final MeterRegistry meters;

  DeadLetters(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
    this.kafka = kafka;
    this.meters = meters;
  }

  /// Where a record lies, and under which key.
  public record Origin(String topic, int partition, long offset, @Nullable String key) {}

  /// Sends these bytes.
  ///
  /// @param consumer who could not read them
  /// @return done when Kafka has them
  public CompletableFuture<?> send(
      String topic, String consumer, Origin origin, byte[] bytes, Exception reason) {
    var dead = record(topic, origin.key(), bytes);
    dead.headers()
        .add("reason", String.valueOf(reason.getMessage()).getBytes(UTF_8))
        .add("origin-topic", origin.topic().getBytes(UTF_8))
        .add("origin-partition", Integer.toString(origin.partition()).getBytes(UTF_8))
        .add("origin-offset", Long.toString(origin.offset()).getBytes(UTF_8));
    log.atWarn()
        .addKeyValue("consumer", consumer)
        .addKeyValue("origin", origin)
        .addKeyValue("reason", reason.getMessage())
        .log("event set aside as a dead letter");
    meters.counter("newsroom.dead", "consumer", consumer).increment();
    return kafka.send(dead);
  }

  /// Kafka's records may lack a key; their types cannot say so.
  @SuppressWarnings("NullAway")
  private static ProducerRecord<String, byte[]> record(
      String topic, @Nullable String key, byte[] bytes) {
    return new ProducerRecord<>(topic, key, bytes);
  }
}
