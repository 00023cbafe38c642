package newsroom.publish.destination.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import newsroom.publish.watch.Loop;
import newsroom.publish.watch.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a site's listings in the background: at once when it is quiet, every half second when
/// stories pour in, now and then in any case.
final class Flusher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Flusher.class);
  // stories of one moment make one flush, and the ledger has mostly settled by then
  private static final Duration GATHER = Duration.ofMillis(25);
  private static final Duration BUSY = Duration.ofMillis(475);
  // at a start the ledger's tables may take a moment to be there
  private static final int MANY = 10;
  private static final Duration TROUBLE = Duration.ofSeconds(2);

  // a quiet site is looked at once a minute, and a full disk may be slow
  private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

  private final Semaphore wanted = new Semaphore(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final String name;
  private final String what;
  private final Work work;
  private final Loop loop;
  private Duration next = Duration.ZERO;
  private int failures;

  Flusher(String name, String what, Work work, Loops loops) {
    this.name = name;
    this.what = what;
    this.work = work;
    this.loop = loops.of(what + " of " + name, LONGEST_TURN, this::turn);
    loop.start();
  }

  /// What is written in the background.
  @FunctionalInterface
  interface Work {

    /// Writes what has changed.
    ///
    /// @return when to come back although nothing was carried
    Duration write() throws IOException;
  }

  void wake() {
    wanted.release();
  }

  private void turn() throws InterruptedException {
    if (closed(GATHER)) {
      return;
    }
    var _ = wanted.tryAcquire(next.toMillis(), TimeUnit.MILLISECONDS);
    if (closed(GATHER)) {
      return;
    }
    wanted.drainPermits();
    next = flush();
    closed(pause(next));
  }

  private boolean closed(Duration after) throws InterruptedException {
    return closed.await(after.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// While the ledger has yet to learn of a story the next look comes soon.
  private static Duration pause(Duration next) {
    return next.compareTo(BUSY) < 0 ? next : BUSY;
  }

  private Duration flush() {
    try {
      Duration next = work.write();
      if (failures >= MANY) {
        log.atInfo().addKeyValue("destination", name).log(what + " are written again");
      }
      failures = 0;
      return next;
    } catch (IOException | RuntimeException e) {
      failures++;
      if (failures == MANY) {
        log.atWarn()
            .addKeyValue("destination", name)
            .addKeyValue("reason", e.toString())
            .log(what + " wait: they cannot be written now");
      }
      return failures < MANY ? BUSY : TROUBLE;
    }
  }

  @Override
  public void close() {
    loop.end();
    closed.countDown();
    wanted.release();
    if (loop.join(Duration.ofSeconds(5)) && failures == 0) {
      flush();
    }
  }
}
