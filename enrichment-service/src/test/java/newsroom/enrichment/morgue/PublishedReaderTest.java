package newsroom.enrichment.morgue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class PublishedReaderTest {

  @TempDir private Path folder;

  private final Morgue morgue = new Morgue();

  @Test
  void itReadsOnAfterAnError() {
    // Given
    var readings = new AtomicInteger();
    var reader =
        new PublishedReader(
            morgue,
            Cabinets.in(folder),
            _ -> {
              if (readings.incrementAndGet() == 1) {
                throw new StackOverflowError("a nest too deep");
              }
            });

    // When
    reader.start();

    // Then
    await().until(() -> String.valueOf(morgue.state().trouble()).contains("a nest too deep"));
    await().untilAsserted(() -> assertThat(readings.get()).isGreaterThan(1));
    reader.stop();
  }

  @Test
  void aReaderThatHangsIsSeenInHealth() {
    // Given
    var hangs = new CountDownLatch(1);
    var reader =
        new PublishedReader(
            morgue,
            Cabinets.in(folder),
            _ -> {
              morgue.say(new Morgue.State(true, 0, null, null));
              try {
                hangs.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    var health = new MorgueHealth(morgue, new SimpleMeterRegistry(), Duration.ofMillis(100));

    // When
    reader.start();

    // Then
    await().until(() -> health.health().getStatus().equals(Status.DOWN));
    await().until(() -> health.health().getDetails().toString().contains("does not turn"));
    hangs.countDown();
    reader.stop();
  }
}
