package newsroom.enrichment.broker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One piece of work that is begun again and again, on a thread of its own, until it is told to
/// end. A turn catches what it can say something about; whatever else it throws, an [Error] too,
/// the next one comes.
public final class Loop {

  private static final Logger log = LoggerFactory.getLogger(Loop.class);
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
      try {
        turn.run();
      } catch (RuntimeException | Error e) {
        complain(e);
      }
    } while (!paused());
  }

  private void complain(Throwable e) {
    try {
      log.atWarn().setCause(e).log("{} cannot work for now and goes on trying", name);
    } catch (RuntimeException | Error _) {
      // there may be no memory even to say so; a loop that ended would never begin again
    }
  }

  private boolean paused() {
    try {
      return ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return true;
    }
  }
}
