package newsroom.publish.watch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One piece of work that is done turn after turn. Whatever a turn throws, an [Error] too, the next
/// one comes: a loop that ended would leave its work alone until the next start.
public final class Loop {

  private static final Logger log = LoggerFactory.getLogger(Loop.class);
  private static final int DEEPEST = 20;
  private static final long PAUSE_AFTER_TROUBLE_MILLIS = 1_000;

  private final String name;
  private final Duration patience;
  private final Turn turn;
  private volatile CountDownLatch ended = new CountDownLatch(0);
  private volatile @Nullable Thread thread;
  private volatile long turned;
  private volatile String trouble = "";

  Loop(String name, Duration patience, Turn turn) {
    this.name = name;
    this.patience = patience;
    this.turn = turn;
  }

  /// One turn, with whatever pause it needs.
  @FunctionalInterface
  public interface Turn {
    void take() throws Exception;
  }

  /// How it goes.
  ///
  /// @param well it runs, and its last turn ended no longer ago than its turns may take
  /// @param age since its last turn ended
  /// @param trouble what its last turn threw; empty where that went well
  public record Reading(boolean well, Duration age, String trouble) {}

  public String name() {
    return name;
  }

  public synchronized void start() {
    ended = new CountDownLatch(1);
    turned = System.nanoTime();
    thread = Thread.ofVirtual().name(name).start(this::run);
  }

  public boolean running() {
    return ended.getCount() > 0;
  }

  /// No turn after this one.
  public void end() {
    ended.countDown();
  }

  /// Waits within a turn that found nothing to do; not once the loop is to end.
  public void rest(Duration most) throws InterruptedException {
    var _ = ended.await(most.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Waits for the last turn. Says whether it is through.
  public boolean join(Duration most) {
    var last = thread;
    try {
      return last == null || last.join(most);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// How it goes; one that is not meant to run is well.
  public Reading reading() {
    var age = Duration.ofNanos(System.nanoTime() - turned);
    var now = thread;
    boolean well = !running() || (now != null && now.isAlive() && age.compareTo(patience) <= 0);
    return new Reading(well, age, trouble);
  }

  private void run() {
    while (running()) {
      try {
        turn.take();
        trouble = "";
      } catch (InterruptedException e) {
        return;
      } catch (Exception | Error e) {
        failed(e);
      }
      turned = System.nanoTime();
    }
  }

  private void failed(Throwable e) {
    try {
      if (trouble.isEmpty()) {
        log.warn("{} cannot work for now and goes on trying: {}", name, sentence(e));
        log.atDebug().setCause(e).log("{} cannot work for now, at", name);
      }
      trouble = sentence(e);
      ended.await(PAUSE_AFTER_TROUBLE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      end();
    } catch (RuntimeException | Error again) {
      // there may be no memory to say so; the next turn comes all the same
      trouble = "trouble that could not be told";
    }
  }

  /// What lies at the bottom of it, as that PostgreSQL refuses connections; what was being done
  /// then is in the loop's name.
  private static String sentence(Throwable e) {
    var innermost = e;
    for (int deep = 0; innermost.getCause() != null && deep < DEEPEST; deep++) {
      innermost = innermost.getCause();
    }
    var message = innermost.getMessage();
    var name = innermost.getClass().getSimpleName();
    return message == null || message.isBlank()
        ? name
        : name + ": " + message.lines().findFirst().orElse("").strip();
  }
}
