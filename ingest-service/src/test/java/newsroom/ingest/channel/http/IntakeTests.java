package newsroom.ingest.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import newsroom.ingest.wire.DeskClosed;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

class IntakeTests {

  private static final HttpSettings SETTINGS =
      new HttpSettings(
          DataSize.ofKilobytes(64),
          DataSize.ofKilobytes(64),
          DataSize.ofKilobytes(256),
          0.5,
          Duration.ofSeconds(60));

  private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final InstantSource clock = () -> now;

  @Test
  void aSenderThatTakesTooLongIsToldToComeAgain() {
    // Given
    var slow = request("a".repeat(100), Duration.ofSeconds(1));

    // Then
    assertThatThrownBy(() -> intake().read("wireone", slow, body -> body.length))
        .isInstanceOf(ErrorResponseException.class)
        .hasMessageContaining("408");
  }

  @Test
  void aSlowSenderThatIsDoneInTimeIsHeard() throws Exception {
    var slow = request("a".repeat(50), Duration.ofSeconds(1));
    assertThat(intake().<Integer>read("wireone", slow, body -> body.length)).isEqualTo(50);
  }

  @Test
  void oneAgencyCannotTakeTheRoomOfTheOthers() throws Exception {
    // Given
    var intake = intake();
    var done = new CountDownLatch(1);
    var entered = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      var _ =
          CompletableFuture.runAsync(() -> hold(intake, entered, done), Thread::startVirtualThread);
    }
    assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();

    // Then
    assertThatThrownBy(() -> intake.read("wireone", request("more", Duration.ZERO), b -> b.length))
        .isInstanceOf(DeskClosed.class);
    assertThat(intake.<Integer>read("wiretwo", request("more", Duration.ZERO), b -> b.length))
        .isEqualTo(4);
    done.countDown();
    assertThat(intake.<Integer>read("wireone", request("more", Duration.ZERO), b -> b.length))
        .isEqualTo(4);
  }

  private void hold(Intake intake, CountDownLatch entered, CountDownLatch done) {
    try {
      intake.read(
          "wireone",
          request("a".repeat(64 * 1024), Duration.ZERO),
          body -> {
            entered.countDown();
            try {
              var _ = done.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return body.length;
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Intake intake() {
    return new Intake(SETTINGS, clock.withZone(ZoneOffset.UTC));
  }

  /// Sends a byte at a time.
  private MockHttpServletRequest request(String body, Duration pause) {
    var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII));
    var slowly =
        new InputStream() {
          @Override
          public int read() {
            now = now.plus(pause);
            return bytes.read();
          }

          @Override
          public int read(byte[] into, int from, int length) {
            now = now.plus(pause);
            return bytes.read(into, from, pause.isZero() ? length : 1);
          }
        };
    return new MockHttpServletRequest() {
      @Override
      public long getContentLengthLong() {
        return body.length();
      }

      @Override
      public ServletInputStream getInputStream() {
        return new DelegatingServletInputStream(slowly);
      }
    };
  }
}
