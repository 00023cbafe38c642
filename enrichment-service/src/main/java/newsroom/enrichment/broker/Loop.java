package newsroom.enrichment.broker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One piece of work that is begun again and again, on a thread of its own, until it is told to
/// end. A turn catches what it throws, and says so.
public final class Loop {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String name;
  private final Runnable turn;
  private volatile CountDownLatch ended = new CountDownLatch(0);
  private volatile @Nullable Thread thread;

  /// @param turn may last as long as [#running()]
  public Loop(String name, Runnable turn) {
    this.name = name;
    this.turn = turn;
  }

  public void start() {
    ended = new CountDownLatch(1);
    thread = Thread.ofPlatform().name(name).start(this::run);
  }

  public boolean running() {
    return ended.getCount() > 0;
  }

  /// No turn after this one, which is waited for. Says whether it is through.
  public boolean end(Duration most) {
    ended.countDown();
    var last = thread;
    try {
      return last == null || last.join(most);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void run() {
    do {
      turn.run();
    } while (!paused());
  }

  private boolean paused() {
    try {
      return ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return true;
    }
  }
}
