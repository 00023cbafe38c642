package newsroom.ingest.channel;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import newsroom.ingest.wire.DeskClosed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Goes to all sources of all channels, to each at its own pace. A source that waits for its turn
/// costs no thread; one that hangs delays no other.
@Component
public final class Rounds implements SmartLifecycle {

  private static final Duration LONGEST_POLL = Duration.ofMinutes(10);
  private static final Duration FINISH = Duration.ofSeconds(1);
  private static final Duration BREAK_OFF = Duration.ofMillis(700);

  private final List<Sources> channels;
  private final MeterRegistry meters;
  private final Clock clock;
  private volatile @Nullable Running running;

  public Rounds(List<Sources> channels, MeterRegistry meters, Clock clock) {
    this.channels = List.copyOf(channels);
    this.meters = meters;
    this.clock = clock;
  }

  private record Running(
      ScheduledThreadPoolExecutor timer, ExecutorService polls, List<Turn> turns) {}

  @Override
  public void start() {
    var sources = new ArrayList<Source>();
    channels.forEach(channel -> sources.addAll(channel.open()));
    if (sources.isEmpty()) {
      return;
    }
    var timer = new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("rounds").factory());
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    var polls = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("poll-", 0).factory());
    var turns = new ArrayList<Turn>();
    for (var source : sources) {
      turns.add(new Turn(source, timer, polls));
    }
    running = new Running(timer, polls, List.copyOf(turns));
    turns.forEach(turn -> turn.comeBack(turn.pace.first()));
  }

  @Override
  public void stop() {
    var stopping = running;
    running = null;
    if (stopping == null) {
      return;
    }
    stopping.timer().shutdownNow();
    stopping.polls().shutdown();
    if (!ended(stopping.polls(), FINISH)) {
      // what breaks off has not been acknowledged and comes again
      stopping.polls().shutdownNow();
      ended(stopping.polls(), BREAK_OFF);
    }
    stopping.turns().forEach(Turn::close);
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  List<Watch> watches() {
    var now = running;
    return now == null ? List.of() : now.turns().stream().map(turn -> turn.watch).toList();
  }

  private static boolean ended(ExecutorService polls, Duration within) {
    try {
      return polls.awaitTermination(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// The polls of one source, one after the other.
  private final class Turn {

    private final Source source;
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService polls;
    private final Watch watch;
    private final Pace pace;

    /// Rings when a poll takes too long. Only the timer's thread sets it.
    private Future<?> alarm = CompletableFuture.completedFuture(null);

    Turn(Source source, ScheduledThreadPoolExecutor timer, ExecutorService polls) {
      this.source = source;
      this.timer = timer;
      this.polls = polls;
      this.watch = new Watch(source.label(), meters, clock);
      this.pace = new Pace(source.every());
    }

    void comeBack(Duration pause) {
      try {
        var _ = timer.schedule(this::begin, pause.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        // stopping
      }
    }

    private void begin() {
      try {
        alarm.cancel(false);
        var poll = polls.submit(this::poll);
        alarm =
            timer.schedule(() -> poll.cancel(true), LONGEST_POLL.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        // stopping
      }
    }

    private void poll() {
      Duration next = null;
      try {
        next = tell(source.poll());
      } catch (DeskClosed e) {
        watch.deskClosed(e.getMessage());
        next = pace.afterClosed();
      } catch (IOException | RuntimeException | Error e) {
        // an error that left this method would end the asking for good
        next = failed(e);
      }
      if (next != null) {
        comeBack(next);
      }
    }

    private @Nullable Duration tell(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Brought(var wires, var next) -> {
          watch.answered(wires);
          yield pace.after(next);
        }
        case Outcome.Later(var pause) -> {
          watch.rests(pause);
          yield pace.afterRest(pause);
        }
        case Outcome.Gone(var reason) -> {
          watch.gone(reason);
          yield null;
        }
      };
    }

    private Duration failed(Throwable e) {
      if (!polls.isShutdown()) {
        watch.failed(e);
      }
      return pace.afterFailure();
    }

    void close() {
      watch.forget();
      source.close();
    }
  }
}
