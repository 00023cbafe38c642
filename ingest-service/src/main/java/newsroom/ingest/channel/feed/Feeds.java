package newsroom.ingest.channel.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import newsroom.ingest.wire.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Polls the feeds of the settings, each on its own thread and at its own pace.
@Component
final class Feeds implements SmartLifecycle {

  private final FeedSettings settings;
  private final Cursors cursors;
  private final Desk desk;
  private final Clock clock;
  private volatile @Nullable Running running;

  private record Running(ScheduledExecutorService polls, Fetching fetching) {}

  Feeds(FeedSettings settings, Desk desk, JsonMapper json, Clock clock) {
    this.settings = settings;
    this.cursors = new Cursors(settings.feed().folder(), json);
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public void start() {
    if (settings.feeds().isEmpty()) {
      return;
    }
    // a thread for each, so that a feed that hangs delays no other
    var polls =
        Executors.newScheduledThreadPool(
            settings.feeds().size(), Thread.ofVirtual().name("feed-", 0).factory());
    var fetching = new Fetching(settings.feed(), clock);
    for (var feed : settings.feeds()) {
      var poll = new FeedPoll(feed, fetching, cursors, desk, clock);
      polls.execute(() -> pollAndComeBack(poll, polls));
    }
    running = new Running(polls, fetching);
  }

  @Override
  public void stop() {
    var stopping = running;
    running = null;
    if (stopping != null) {
      stopping.polls().shutdownNow();
      try (var _ = stopping.fetching()) {
        stopping.polls().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  private static void pollAndComeBack(FeedPoll poll, ScheduledExecutorService polls) {
    Duration pause = poll.poll();
    if (!polls.isShutdown()) {
      var _ =
          polls.schedule(
              () -> pollAndComeBack(poll, polls), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
