package newsroom.publish.delivery.carrying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import newsroom.publish.delivery.carrying.Claims.Claim;
import newsroom.publish.delivery.carrying.Settlements.Settled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Brings what is due to one destination, one batch after another, and sleeps when there is
/// nothing. Each destination has its own, so none waits for another.
final class Carrier implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Carrier.class);
  private static final Duration BEFORE_SETTLING_AGAIN = Duration.ofMillis(50);
  private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);

  private final Line line;
  private final Clock clock;
  private final CarryingSettings settings;
  private final Desk desk;
  private final Consumer<Settled> after;
  private final Signal signal = new Signal();
  private final Weather weather;
  private volatile boolean ended;
  private boolean troubled;

  /// A carrier.
  ///
  /// @param after is told what was settled
  Carrier(Line line, Clock clock, CarryingSettings settings, Desk desk, Consumer<Settled> after) {
    this.line = line;
    this.clock = clock;
    this.settings = settings;
    this.desk = desk;
    this.after = after;
    this.weather = new Weather(settings.probe());
  }

  void wake() {
    signal.raise();
  }

  void end() {
    ended = true;
    signal.raise();
  }

  @Override
  public void run() {
    while (!ended) {
      try {
        if (!round()) {
          signal.await(nap());
        }
        troubled = false;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        // a carrier that ended would leave its site alone until the next start
        trouble(e);
      }
    }
  }

  /// One batch. Says whether there was anything.
  boolean round() {
    var now = now();
    if (weather.quiet(now)) {
      return false;
    }
    var claimed = claim(now);
    if (claimed.isEmpty()) {
      return false;
    }
    if (now().isAfter(claimed.getFirst().lease().until().minus(line.destination().deadline()))) {
      // this process stood still: somebody else may hold these stories before we are done
      return true;
    }
    var carried = new Round(clock, line, desk.promos()).carry(claimed);
    var settled = settle(carried.settlements(), claimed.getFirst().lease().until());
    weather.quietUntil(carried.notBefore(), now());
    if (weather.after(settled.settled(), now())) {
      back();
    }
    after.accept(settled);
    return true;
  }

  /// What was carried is known only here: it is written down as soon as that can be, for as long as
  /// these are the hands that hold it.
  private Settled settle(List<Settlement> settlements, Instant until) {
    while (true) {
      try {
        return desk.settlements().settle(settlements, now());
      } catch (DataAccessException | TransactionException e) {
        if (ended || now().isAfter(until)) {
          throw e;
        }
        log.atDebug().addKeyValue("destination", line.name()).setCause(e).log("settling again");
        LockSupport.parkNanos(BEFORE_SETTLING_AGAIN.toNanos());
      }
    }
  }

  private void back() {
    int waiting = desk.claims().bringForward(line.name(), now());
    if (waiting > 0) {
      log.atInfo()
          .addKeyValue("destination", line.name())
          .addKeyValue("waiting", waiting)
          .log("site answers again");
    }
  }

  private List<Claimed> claim(Instant now) {
    var until = now.plus(line.destination().deadline()).plus(settings.leaseMargin());
    int batch = line.destination().batch();
    var due = desk.claims().due(new Claim(line.name(), settings.instance(), now, until, batch));
    return due.isEmpty() && weather.probes(now)
        ? desk.claims().probe(new Claim(line.name(), settings.instance(), now, until, 1))
        : due;
  }

  private Duration nap() {
    var now = now();
    var next = desk.claims().next(line.name());
    var until = weather.notBefore(next.orElse(null), now);
    if (until == null) {
      return settings.poll();
    }
    var nap = Duration.between(now, until);
    if (nap.compareTo(settings.poll()) > 0) {
      return settings.poll();
    }
    return nap.isPositive() ? nap : Duration.ofMillis(5);
  }

  private void trouble(Throwable e) {
    if (!troubled) {
      log.atWarn()
          .addKeyValue("destination", line.name())
          .setCause(e)
          .log("carrier cannot work for now and goes on trying");
    }
    troubled = true;
    try {
      signal.await(PAUSE_AFTER_TROUBLE);
    } catch (InterruptedException _) {
      end();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
