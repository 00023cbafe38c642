package newsroom.publish.broker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// Lays aside what cannot be read or entered, byte by byte as it came.
@Component
public class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private final KafkaTemplate<String, byte[]> kafka;
  private final Counter count;

  DeadLetters(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
    this.kafka = kafka;
    this.count = meters.counter("newsroom.dead", "consumer", "publish");
  }

  /// An event that cannot be read or entered.
  ///
  /// @param event null where there were no bytes at all
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  public record Letter(
      @Nullable String key, byte @Nullable [] event, String reason, Origin origin) {}

  /// Where an event came from.
  public record Origin(String topic, int partition, long offset) {}

  /// Returns once Kafka has them all. One that is too large even for that goes without its bytes,
  /// which lie where the letter says that they came from.
  public void send(List<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    letters.forEach(DeadLetters::tell);
    for (var large : refused(letters)) {
      var bare = new Letter(large.key(), null, large.reason(), large.origin());
      if (!refused(List.of(bare)).isEmpty()) {
        log.atError().addKeyValue("origin", large.origin()).log("a letter cannot be laid aside");
      }
    }
    count.increment(letters.size());
  }

  /// Sends these, and says which Kafka will never take.
  private List<Letter> refused(List<Letter> letters) {
    var sent = letters.stream().map(this::send).toList();
    kafka.flush();
    var refused = new ArrayList<Letter>();
    for (int i = 0; i < sent.size(); i++) {
      try {
        sent.get(i).join();
      } catch (CompletionException e) {
        if (Refusal.of(e).isEmpty()) {
          throw e;
        }
        refused.add(letters.get(i));
      }
    }
    return refused;
  }

  private static void tell(Letter letter) {
    var origin = letter.origin();
    log.atWarn()
        .addKeyValue("topic", origin.topic())
        .addKeyValue("partition", origin.partition())
        .addKeyValue("offset", origin.offset())
        .addKeyValue("reason", letter.reason())
        .log("event goes to {}", ArticleTopics.ENRICHED_DEAD);
  }

  private CompletableFuture<?> send(Letter letter) {
    var origin = letter.origin();
    var headers = new RecordHeaders();
    headers.add("reason", bytes(letter.reason()));
    headers.add("origin-topic", bytes(origin.topic()));
    headers.add("origin-partition", bytes(String.valueOf(origin.partition())));
    headers.add("origin-offset", bytes(String.valueOf(origin.offset())));
    try {
      return kafka.send(
          new ProducerRecord<>(
              ArticleTopics.ENRICHED_DEAD, null, letter.key(), letter.event(), headers));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
