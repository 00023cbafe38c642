package newsroom.publish.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LoopsTests {

  private final Loops loops = new Loops();

  @Test
  void aLoopGoesOnAfterAnErrorAndSaysWhatHappened() {
    // Given
    var turns = new AtomicInteger();
    var loop =
        loops.of(
            "carrier",
            Duration.ofSeconds(30),
            () -> {
              if (turns.incrementAndGet() == 1) {
                throw new StackOverflowError("a nest too deep");
              }
              LockSupport.parkNanos(1_000);
            });

    // When
    loop.start();

    // Then
    await().until(() -> loops.health().getDetails().toString().contains("a nest too deep"));
    await().untilAsserted(() -> assertThat(turns.get()).isGreaterThan(10));
    assertThat(loops.health().getStatus()).isEqualTo(Status.UP);
    loop.end();
    assertThat(loop.join(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void troubleIsToldInOneLineThatSaysWhatLiesAtTheBottomOfIt(CapturedOutput said) {
    // Given
    var refused = new ConnectException("Connection refused");
    var loop =
        loops.of(
            "the carrier of harbor",
            Duration.ofSeconds(30),
            () -> {
              throw new IllegalStateException("no transaction", new SQLException(refused));
            });

    // When
    loop.start();

    // Then
    await().until(() -> loops.health().getDetails().toString().contains("Connection refused"));
    loop.end();
    assertThat(said.getAll().lines().filter(line -> line.contains("WARN")))
        .singleElement()
        .asString()
        .endsWith(
            "the carrier of harbor cannot work for now and goes on trying:"
                + " ConnectException: Connection refused");
  }

  @Test
  void aLoopThatHangsIsSeen() {
    // Given
    var hangs = new CountDownLatch(1);
    var loop = loops.of("relay", Duration.ofMillis(50), hangs::await);

    // When
    loop.start();

    // Then
    await().until(() -> loops.health().getStatus().equals(Status.DOWN));
    assertThat(String.valueOf(loops.health().getDetails().get("relay"))).contains("does not turn");
    loop.end();
    hangs.countDown();
    assertThat(loops.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void aLoopWhoseThreadIsGoneIsSeen() {
    // Given
    var loop =
        loops.of(
            "morgue",
            Duration.ofHours(1),
            () -> {
              throw new InterruptedException("by nobody");
            });

    // When
    loop.start();

    // Then
    await().until(() -> loops.health().getStatus().equals(Status.DOWN));
    loop.end();
  }
}
