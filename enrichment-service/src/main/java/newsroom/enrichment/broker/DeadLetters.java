package newsroom.enrichment.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Puts what could not be read on a topic of its own, byte for byte, with the reason and where it
/// came from.
@Component
public class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  private static final byte[] NOTHING = {};

  private final Mail mail;
  private final MeterRegistry meters;

  DeadLetters(Mail mail, MeterRegistry meters) {
    this.mail = mail;
    this.meters = meters;
  }

  /// Where a record lies, and under which key.
  public record Origin(String topic, int partition, long offset, @Nullable String key) {}

  /// A record that could not be read, or not sent on.
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  public record Letter(Origin origin, byte[] bytes, String reason) {}

  /// Sends these; returns when Kafka has them. One that is too large even for that goes without its
  /// bytes, which lie where the letter says that they came from.
  ///
  /// @param consumer who could not read them
  public void send(String topic, String consumer, List<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    letters.forEach(letter -> tell(consumer, letter));
    var refused = mail.send(each(letters, letter -> record(topic, letter, letter.bytes())));
    if (!refused.isEmpty()) {
      var bare = refused.keySet().stream().map(letters::get).toList();
      var lost = mail.send(each(bare, letter -> record(topic, letter, NOTHING)));
      lost.forEach(
          (i, reason) ->
              log.atError()
                  .addKeyValue("origin", bare.get(i).origin())
                  .addKeyValue("reason", reason)
                  .log("a dead letter cannot be written at all"));
    }
  }

  private static List<Supplier<ProducerRecord<String, byte[]>>> each(
      List<Letter> letters, Function<Letter, ProducerRecord<String, byte[]>> record) {
    return letters.stream()
        .<Supplier<ProducerRecord<String, byte[]>>>map(letter -> () -> record.apply(letter))
        .toList();
  }

  private void tell(String consumer, Letter letter) {
    log.atWarn()
        .addKeyValue("consumer", consumer)
        .addKeyValue("origin", letter.origin())
        .addKeyValue("reason", letter.reason())
        .log("event set aside as a dead letter");
    meters.counter("newsroom.dead", "consumer", consumer).increment();
  }

  private static ProducerRecord<String, byte[]> record(String topic, Letter letter, byte[] bytes) {
    var origin = letter.origin();
    var dead = record(topic, origin.key(), bytes);
    dead.headers()
        .add("reason", letter.reason().getBytes(UTF_8))
        .add("origin-topic", origin.topic().getBytes(UTF_8))
        .add("origin-partition", Integer.toString(origin.partition()).getBytes(UTF_8))
        .add("origin-offset", Long.toString(origin.offset()).getBytes(UTF_8));
    if (bytes.length < letter.bytes().length) {
      dead.headers().add("bytes-left-at-origin", "true".getBytes(UTF_8));
    }
    return dead;
  }

  /// Kafka's records may lack a key; their types cannot say so.
  @SuppressWarnings("NullAway")
  private static ProducerRecord<String, byte[]> record(
      String topic, @Nullable String key, byte[] bytes) {
    return new ProducerRecord<>(topic, key, bytes);
  }
}
