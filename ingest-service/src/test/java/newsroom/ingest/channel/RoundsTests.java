package newsroom.ingest.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import newsroom.ingest.wire.DeskClosed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTests {

  private static final Duration EVERY = Duration.ofMillis(50);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Rounds rounds = new Rounds(List.of(), meters, Clock.systemUTC());

  private interface Answer {
    Outcome give() throws IOException, DeskClosed;
  }

  private record Fake(String agency, AtomicInteger polls, Answer answer) implements Source {

    Fake(String agency, Answer answer) {
      this(agency, new AtomicInteger(), answer);
    }

    @Override
    public Label label() {
      return new Label("test", agency, "test://" + agency);
    }

    @Override
    public Duration every() {
      return EVERY;
    }

    @Override
    public Outcome poll() throws IOException, DeskClosed {
      polls.incrementAndGet();
      return answer.give();
    }
  }

  @AfterEach
  void stop() {
    rounds.stop();
  }

  @Test
  void oneBadSourceStopsNoOther() {
    // Given
    var broken =
        new Fake(
            "broken",
            () -> {
              throw new StackOverflowError();
            });
    var hangs =
        new Fake(
            "hangs",
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                LockSupport.park();
              }
              throw new IOException("broken off");
            });
    var well = new Fake("well", () -> new Outcome.Brought(1, EVERY));

    // When
    start(broken, hangs, well);

    // Then
    await().until(() -> well.polls().get() > 5 && broken.polls().get() > 2);
    assertThat(hangs.polls()).hasValue(1);
    var started = System.nanoTime();
    rounds.stop();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aSourceThatIsGoneIsNotAskedAgain() {
    var gone = new Fake("gone", () -> new Outcome.Gone("it said so"));
    var well = new Fake("well", () -> new Outcome.Brought(0, EVERY));
    start(gone, well);
    await().until(() -> well.polls().get() > 5);
    assertThat(gone.polls()).hasValue(1);
    assertThat(new ChannelsHealthIndicator(rounds).health().getDetails().toString())
        .contains("gone")
        .contains("it said so");
  }

  @Test
  void aClosedDeskIsNoFaultOfTheSource() {
    var source =
        new Fake(
            "closed",
            () -> {
              throw new DeskClosed("Kafka is away.");
            });
    start(source);
    await().until(() -> source.polls().get() > 1);
    assertThat(counted("closed")).isPositive();
    assertThat(counted("failed")).isZero();
  }

  @Test
  void whereThereIsNoSourceNothingRuns() {
    start();
    assertThat(rounds.isRunning()).isFalse();
  }

  @Test
  void failuresMakeThePausesLongerUpToABound() {
    var pace = new Pace(Duration.ofSeconds(30));
    var first = pace.afterFailure();
    for (int i = 0; i < 30; i++) {
      pace.afterFailure();
    }
    assertThat(first).isLessThan(Duration.ofSeconds(6));
    assertThat(pace.afterFailure()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(6));
    assertThat(pace.after(Duration.ofSeconds(30)))
        .isBetween(Duration.ofSeconds(27), Duration.ofSeconds(33));
    assertThat(pace.afterFailure()).isLessThan(Duration.ofSeconds(6));
    assertThat(pace.afterRest(Duration.ofMinutes(9))).isGreaterThanOrEqualTo(Duration.ofMinutes(9));
  }

  private void start(Source... sources) {
    rounds = new Rounds(List.of(() -> List.of(sources)), meters, Clock.systemUTC());
    rounds.start();
  }

  private double counted(String outcome) {
    var counter = meters.find("newsroom.channel.polls").tag("outcome", outcome).counter();
    return counter == null ? 0 : counter.count();
  }
}
