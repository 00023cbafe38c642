package newsroom.publish.delivery.carrying;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsroom.publish.delivery.Outlook;
import newsroom.publish.delivery.carrying.Settlement.Outcome;
import newsroom.publish.delivery.conduct.Circuit;
import org.jspecify.annotations.Nullable;

/// Whether one site answers. While it does not, a story probes it now and then, so that all the
/// others leave as soon as it is back and not at the end of their own pauses. One story that always
/// fails says nothing of the site; several in a row, with nothing getting through, open the
/// circuit: from then on only the probe leaves.
final class Weather {

  private static final Duration LONGEST_ASKED = Duration.ofHours(24);
  // so that one story that always fails does not probe for all
  private static final int PROBES = 3;

  private final Duration probe;
  private final int openAfter;
  private final Set<String> failing = new HashSet<>();
  // what an earlier run of this service left waiting is probed too
  private boolean waiting = true;
  private volatile boolean open;
  private Instant lastTry = Instant.MIN;
  // asked by others than the one who carries too
  private volatile Instant quietUntil = Instant.MIN;

  /// The weather.
  ///
  /// @param probe how often
  /// @param openAfter so many different stories
  Weather(Duration probe, int openAfter) {
    this.probe = probe;
    this.openAfter = openAfter;
  }

  Circuit circuit() {
    if (open) {
      return Circuit.OPEN;
    }
    return failing.isEmpty() ? Circuit.CLOSED : Circuit.HALF_OPEN;
  }

  boolean open() {
    return open;
  }

  /// Nothing is known any more, as after a start.
  void forget() {
    failing.clear();
    waiting = true;
    open = false;
    lastTry = Instant.MIN;
    quietUntil = Instant.MIN;
  }

  /// The site asked to be left alone.
  boolean quiet(Instant now) {
    return now.isBefore(quietUntil);
  }

  /// May be asked by others than the one who carries.
  Outlook outlook(Instant now) {
    var until = quietUntil;
    if (now.isBefore(until)) {
      return new Outlook(
          Outlook.State.QUIET, until, "the site asked to be left alone until " + until);
    }
    return open
        ? new Outlook(
            Outlook.State.CIRCUIT_OPEN,
            null,
            "the site does not answer; one story tries it every " + probe.toSeconds() + " s")
        : Outlook.WELL;
  }

  /// Asks to be left alone until then, honoured up to 24 hours. Returns how long it is.
  @Nullable Instant quietUntil(@Nullable Instant moment, Instant now) {
    if (moment == null) {
      return null;
    }
    var cap = now.plus(LONGEST_ASKED);
    var until = moment.isAfter(cap) ? cap : moment;
    if (until.isAfter(quietUntil)) {
      quietUntil = until;
    }
    return quietUntil;
  }

  boolean probes(Instant now) {
    // a clock that was set back must not put probes off
    boolean lately =
        !lastTry.equals(Instant.MIN) && !now.isBefore(lastTry) && now.isBefore(lastTry.plus(probe));
    if (!waiting || lately) {
      return false;
    }
    lastTry = now;
    return true;
  }

  /// How many may probe at a time.
  int most() {
    return open ? 1 : PROBES;
  }

  /// Takes in what became of a batch. Says whether the site is back.
  boolean after(List<Settlement> settled, Instant now) {
    boolean through = settled.stream().anyMatch(Settlement::carried);
    boolean again =
        settled.stream().anyMatch(it -> it.carried() && it.claimed().lease().attempts() > 0);
    var failed = settled.stream().filter(Weather::failed).map(it -> it.key().uri()).toList();
    if (!failed.isEmpty()) {
      lastTry = now;
    }
    boolean back = through && (open || (waiting && again));
    waiting = !failed.isEmpty() || (waiting && !back);
    if (through) {
      failing.clear();
      open = false;
    } else if (!open) {
      failing.addAll(failed);
      open = failing.size() >= openAfter;
    }
    return back && failed.isEmpty();
  }

  private static boolean failed(Settlement settlement) {
    return settlement.outcome() == Outcome.DEFERRED || settlement.outcome() == Outcome.GIVEN_UP;
  }

  /// When a carrier with nothing due should look again; null for whenever it looks anyway.
  @Nullable Instant notBefore(@Nullable Instant next, Instant now) {
    return quiet(now) ? quietUntil : next;
  }
}
