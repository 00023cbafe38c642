package newsroom.enrichment.embedding;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// Embeddings for tests of other rooms.
public final class Meanings {

  private Meanings() {}

  /// Switched on, but the model does not get ready.
  public static Embeddings neverReady() {
    var gate = new CountDownLatch(1);
    return new Embeddings(
        new EmbeddingSettings(true, Duration.ofMillis(10), 1),
        new SimpleMeterRegistry(),
        () -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          throw new IllegalStateException("told to stop");
        });
  }
}
