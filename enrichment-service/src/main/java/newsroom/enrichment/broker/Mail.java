package newsroom.enrichment.broker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// Sends events together and returns once Kafka has them, but for those that it will never take.
@Component
public class Mail {

  private final KafkaTemplate<String, byte[]> kafka;

  Mail(KafkaTemplate<String, byte[]> kafka) {
    this.kafka = kafka;
  }

  /// Sends what these make.
  ///
  /// @return by its place in the list, why one will never go
  /// @throws CompletionException when Kafka may take one later: all are to be sent again then
  public Map<Integer, String> send(List<Supplier<ProducerRecord<String, byte[]>>> events) {
    var refused = new LinkedHashMap<Integer, String>();
    var sent = new ArrayList<CompletableFuture<?>>(events.size());
    boolean open = true;
    for (int i = 0; i < events.size() && open; i++) {
      sent.add(made(i, events.get(i), refused));
      // each send may wait for Kafka as long as the first
      open = !hasFailed(sent.getLast());
    }
    kafka.flush();
    for (int i = 0; i < sent.size(); i++) {
      try {
        sent.get(i).join();
      } catch (CompletionException e) {
        refused.put(i, Refusal.of(e).orElseThrow(() -> e));
      }
    }
    return refused;
  }

  private static boolean hasFailed(CompletableFuture<?> sent) {
    return sent.isCompletedExceptionally() && Refusal.of(sent.exceptionNow()).isEmpty();
  }

  private CompletableFuture<?> made(
      int place, Supplier<ProducerRecord<String, byte[]>> event, Map<Integer, String> refused) {
    ProducerRecord<String, byte[]> made;
    try {
      made = event.get();
    } catch (RuntimeException e) {
      refused.put(place, "cannot be made an event: " + e);
      return CompletableFuture.completedFuture(null);
    }
    try {
      return kafka.send(made);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
