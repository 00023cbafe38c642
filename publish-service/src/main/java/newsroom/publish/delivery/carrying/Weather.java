package newsroom.publish.delivery.carrying;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newsroom.publish.delivery.Outlook;
import newsroom.publish.delivery.carrying.Settlement.Outcome;
import org.jspecify.annotations.Nullable;

/// Whether one site answers. While it does not, one story probes it now and then, so that all the
/// others leave as soon as it is back and not at the end of their own pauses.
final class Weather {

  private static final Duration LONGEST_ASKED = Duration.ofHours(24);

  private final Duration probe;
  // what an earlier run of this service left waiting is probed too
  private boolean bad = true;
  private Instant lastTry = Instant.MIN;
  private volatile Instant quietUntil = Instant.MIN;

  Weather(Duration probe) {
    this.probe = probe;
  }

  /// The site asked to be left alone.
  boolean quiet(Instant now) {
    return now.isBefore(quietUntil);
  }

  /// May be asked by others than the one who carries.
  Outlook outlook(Instant now) {
    var until = quietUntil;
    return now.isBefore(until)
        ? new Outlook(Outlook.State.QUIET, until, "the site asked to be left alone until " + until)
        : Outlook.OPEN;
  }

  /// Asks to be left alone until then, honoured up to 24 hours.
  void quietUntil(@Nullable Instant moment, Instant now) {
    if (moment != null && moment.isAfter(quietUntil)) {
      var cap = now.plus(LONGEST_ASKED);
      quietUntil = moment.isAfter(cap) ? cap : moment;
    }
  }

  boolean probes(Instant now) {
    if (!bad || now.isBefore(lastTry.equals(Instant.MIN) ? now : lastTry.plus(probe))) {
      return false;
    }
    lastTry = now;
    return true;
  }

  /// Takes in what became of a batch. Says whether the site is back.
  boolean after(List<Settlement> settled, Instant now) {
    boolean answered = settled.stream().anyMatch(it -> carried(it.outcome()));
    boolean deferred = settled.stream().anyMatch(it -> it.outcome() == Outcome.DEFERRED);
    if (deferred) {
      lastTry = now;
    }
    boolean back = bad && answered;
    bad = deferred || (bad && !answered);
    return back && !deferred;
  }

  private static boolean carried(Outcome outcome) {
    return outcome == Outcome.LIVE || outcome == Outcome.LINKED || outcome == Outcome.TAKEN_DOWN;
  }

  /// When a carrier with nothing due should look again; null for whenever it looks anyway.
  @Nullable Instant notBefore(@Nullable Instant next, Instant now) {
    return quiet(now) ? quietUntil : next;
  }
}
