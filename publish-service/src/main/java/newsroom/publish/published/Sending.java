package newsroom.publish.published;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import newsroom.publish.broker.Refusal;
import newsroom.schema.topic.ArticleTopics;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;

/// A last word on its way to Kafka.
///
/// @param unsayable why it cannot even be made; null where it is under way
record Sending(String uri, @Nullable String unsayable, CompletableFuture<?> sent) {

  static Sending of(KafkaTemplate<String, byte[]> kafka, LastWord word, byte[] event) {
    try {
      return new Sending(word.uri(), null, kafka.send(ArticleTopics.PUBLISHED, word.uri(), event));
    } catch (RuntimeException e) {
      return new Sending(word.uri(), null, CompletableFuture.failedFuture(e));
    }
  }

  static Sending unsayable(LastWord word, RuntimeException e) {
    var reason = "cannot be made an event: " + e;
    return new Sending(word.uri(), reason, CompletableFuture.completedFuture(null));
  }

  /// Why it will never be said; empty where Kafka has it.
  ///
  /// @throws CompletionException where Kafka may take it later
  Optional<String> refusal() {
    if (unsayable != null) {
      return Optional.of(unsayable);
    }
    try {
      sent.join();
      return Optional.empty();
    } catch (CompletionException e) {
      return Optional.of(Refusal.of(e).orElseThrow(() -> e));
    }
  }
}
