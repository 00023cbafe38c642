package newsroom.publish.delivery.carrying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import newsroom.publish.delivery.Outlook;
import newsroom.publish.delivery.Unfit;
import newsroom.publish.delivery.carrying.Claims.Claim;
import newsroom.publish.delivery.carrying.Settlements.Settled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what is due to one destination, one batch after another, and sleeps when there is
/// nothing. Each destination has its own, so none waits for another.
final class Carrier {

  private static final Logger log = LoggerFactory.getLogger(Carrier.class);
  private static final Duration BEFORE_SETTLING_AGAIN = Duration.ofMillis(50);

  private final Line line;
  private final Clock clock;
  private final CarryingSettings settings;
  private final Desk desk;
  private final Consumer<Settled> after;
  private final Signal signal = new Signal();
  private final Weather weather;
  private volatile boolean ended;

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

  Outlook outlook() {
    return weather.outlook(now());
  }

  void wake() {
    signal.raise();
  }

  void end() {
    ended = true;
    signal.raise();
  }

  void turn() throws InterruptedException {
    if (!round()) {
      signal.await(nap());
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
    var carried = new Round(clock, line, desk).carry(claimed);
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
      } catch (RuntimeException e) {
        if (Unfit.reason(e).isPresent()) {
          return settleApart(settlements, until, e);
        }
        if (ended || now().isAfter(until)) {
          throw e;
        }
        log.atDebug().addKeyValue("destination", line.name()).setCause(e).log("settling again");
        LockSupport.parkNanos(BEFORE_SETTLING_AGAIN.toNanos());
      }
    }
  }

  /// One outcome that the ledger cannot hold, as a link to an address without end, holds up no
  /// other: it is found by halving, and its story parked.
  private Settled settleApart(
      List<Settlement> settlements, Instant until, RuntimeException failure) {
    int half = settlements.size() / 2;
    if (half > 0) {
      var first = settle(settlements.subList(0, half), until);
      return first.and(settle(settlements.subList(half, settlements.size()), until));
    }
    var one = settlements.getFirst();
    if (one.outcome() == Settlement.Outcome.PARKED) {
      throw failure;
    }
    return settle(List.of(one.unwritten(Unfit.reason(failure).orElseThrow())), until);
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

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
