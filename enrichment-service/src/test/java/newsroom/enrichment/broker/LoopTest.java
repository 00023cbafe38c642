package newsroom.enrichment.broker;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopTest {

  @Test
  void aTurnThatFailsSoBadlyThatItCannotEvenBeSaidIsFollowedByTheNext() {
    // Given
    var turns = new AtomicInteger();
    var loop =
        new Loop(
            "test",
            () -> {
              turns.incrementAndGet();
              throw new Unspeakable();
            });

    // When
    loop.start();

    // Then
    await().atMost(10, SECONDS).until(() -> turns.get() > 1);
    assertThat(loop.end(Duration.ofSeconds(5))).isTrue();
  }

  /// As when there is no memory left for the words.
  private static final class Unspeakable extends Error {

    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new OutOfMemoryError("in a test");
    }
  }
}
