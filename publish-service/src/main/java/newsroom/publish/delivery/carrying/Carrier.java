package newsroom.publish.delivery.carrying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import newsroom.publish.delivery.Outlook;
import newsroom.publish.delivery.carrying.Claims.Claim;
import newsroom.publish.delivery.carrying.Settlement.Outcome;
import newsroom.publish.delivery.carrying.Settlements.Settled;
import newsroom.publish.delivery.conduct.Circuit;
import newsroom.publish.delivery.conduct.Circuits;
import newsroom.publish.delivery.conduct.Conduct.Heard;
import newsroom.publish.delivery.conduct.Footing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what is due to one destination, one batch after another, and sleeps when there is
/// nothing. Each destination has its own, so none waits for another.
final class Carrier {

  private static final Logger log = LoggerFactory.getLogger(Carrier.class);

  private final Line line;
  private final Clock clock;
  private final CarryingSettings settings;
  private final Desk desk;
  private final Consumer<Settled> after;
  private final Signal signal = new Signal();
  private final Settle settle;
  private final Weather weather;
  private volatile Footing footing;
  private @Nullable Instant looked;
  private boolean turnedAway;

  /// The site answers again, and what waits for it does not know yet.
  private boolean back;

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
    this.weather = new Weather(settings.probe(), desk.conduct().settings().openAfter());
    this.footing = Footing.GOOD;
    this.settle = new Settle(clock, desk.settlements(), () -> ended);
    desk.conduct().circuits().open(line.site(), line.name());
  }

  /// May be asked by others than the one who carries.
  Outlook outlook() {
    var disabled = footing.disabled();
    return disabled == null
        ? weather.outlook(now())
        : new Outlook(Outlook.State.DISABLED, null, disabled.why());
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
    look(now);
    var disabled = footing.disabled();
    if (disabled != null) {
      return desk.conduct().setAside(line.name(), disabled, now) > 0;
    }
    if (weather.quiet(now)) {
      return false;
    }
    boolean waits = weather.open() && !weather.probes(now);
    return waits ? putOff(now) : carry(now);
  }

  /// How the destination stands may have been said by another instance, or by hand.
  private void look(Instant now) {
    var last = looked;
    boolean lately =
        last != null && !now.isBefore(last) && now.isBefore(last.plus(settings.poll()));
    if (lately && footing.disabled() == null) {
      return;
    }
    var before = footing.disabled();
    footing = desk.conduct().footing(line.name());
    desk.claims().takedownsFirst(line.name(), now);
    looked = now;
    if (before != null && footing.disabled() == null) {
      weather.forget();
    }
    var _ = weather.quietUntil(footing.quietUntil(), now);
    say();
  }

  private void say() {
    var circuit = new Circuits.Now(weather.circuit(), footing.disabled() != null);
    desk.conduct().circuits().say(line.name(), circuit);
  }

  private boolean carry(Instant now) {
    int most = weather.open() ? weather.most() : line.destination().batch();
    int room = line.limit().take(most, now, signal::raise);
    turnedAway = room == 0;
    if (turnedAway) {
      return false;
    }
    int left = 0;
    List<Claimed> claimed;
    Carried carried;
    try {
      claimed = claim(now, room);
      if (claimed.isEmpty()) {
        bringForward();
        return false;
      }
      left = claimed.size();
      carried = new Round(clock, line, desk).carry(claimed);
      left = carried.left();
    } finally {
      line.limit().giveBack(room, left, now());
    }
    var settled = settle.carried(carried, claimed.getFirst().lease().until());
    after.accept(settled);
    weather(carried, settled);
    return true;
  }

  /// What falls due while the site does not answer waits for its next try without this one.
  private boolean putOff(Instant now) {
    var claimed = desk.claims().due(claim(now, until(now), line.destination().batch()));
    if (claimed.isEmpty()) {
      return false;
    }
    var reason = "not tried, as its destination does not answer: " + footing.lastTrouble();
    var carried = new Round(clock, line, desk).putOff(claimed, reason);
    var settled = settle.carried(carried, claimed.getFirst().lease().until());
    tell(carried, settled, false);
    after.accept(settled);
    return true;
  }

  private void weather(Carried carried, Settled settled) {
    var before = weather.circuit();
    back |= weather.after(settled.settled(), now());
    if (weather.open() && before != Circuit.OPEN) {
      log.atWarn()
          .addKeyValue("destination", line.name())
          .addKeyValue("trouble", carried.trouble())
          .log("site does not answer: until it does, one story tries now and then");
    }
    tell(carried, settled, settled.settled().stream().anyMatch(Settlement::carried));
    if (!weather.open()) {
      bringForward();
    }
  }

  private void tell(Carried carried, Settled settled, boolean through) {
    var now = now();
    var quiet = weather.quietUntil(carried.notBefore(), now);
    int givenUp =
        (int) settled.settled().stream().filter(it -> it.outcome() == Outcome.GIVEN_UP).count();
    var heard = new Heard(through, carried.trouble(), carried.closed(), givenUp, quiet);
    footing = desk.conduct().heard(line.name(), heard, footing, now);
    say();
  }

  /// What waits for a site that is back. Should the ledger be in trouble now, it is done the next
  /// time.
  private void bringForward() {
    if (!back) {
      return;
    }
    int waiting = desk.claims().bringForward(line.name(), now());
    if (waiting > 0) {
      log.atInfo()
          .addKeyValue("destination", line.name())
          .addKeyValue("waiting", waiting)
          .log("site answers again");
    }
    back = false;
  }

  /// With an open circuit this is the probe already.
  private List<Claimed> claim(Instant now, int room) {
    var until = until(now);
    var due = desk.claims().due(claim(now, until, room));
    return due.isEmpty() && (weather.open() || weather.probes(now))
        ? desk.claims().probe(claim(now, until, Math.min(room, weather.most())))
        : due;
  }

  private Instant until(Instant now) {
    return now.plus(line.destination().deadline()).plus(settings.leaseMargin());
  }

  private Claim claim(Instant now, Instant until, int most) {
    return new Claim(line.name(), settings.instance(), now, until, most);
  }

  private Duration nap() {
    if (footing.disabled() != null) {
      return settings.poll();
    }
    var now = now();
    var until =
        turnedAway
            ? line.limit().opens(now)
            : weather.notBefore(desk.claims().next(line.name()).orElse(null), now);
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
