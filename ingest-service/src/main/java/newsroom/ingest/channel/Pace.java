package newsroom.ingest.channel;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long to wait before a source is asked again: its own time when all is well, longer each time
/// something fails; never on the same beat as the others.
final class Pace {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration CLOSED_FIRST = Duration.ofSeconds(1);
  private static final Duration CLOSED_LONGEST = Duration.ofSeconds(8);

  private final Duration every;
  private int failures;
  private int closings;

  Pace(Duration every) {
    this.every = every;
  }

  Duration first() {
    return spread(shorter(every, CLOSED_FIRST), 0, 1);
  }

  Duration after(Duration asked) {
    failures = 0;
    closings = 0;
    return spread(asked, 0.9, 1.1);
  }

  /// A server that asks to be left alone is not asked a moment sooner.
  Duration afterRest(Duration asked) {
    failures = 0;
    closings = 0;
    return spread(longer(asked, every), 1, 1.1);
  }

  Duration afterFailure() {
    var pause = doubled(shorter(every, FIRST), failures++, longer(every, LONGEST));
    return spread(pause, 0.7, 1.1);
  }

  Duration afterClosed() {
    return spread(doubled(CLOSED_FIRST, closings++, CLOSED_LONGEST), 0.7, 1);
  }

  private static Duration doubled(Duration first, int times, Duration longest) {
    return shorter(first.multipliedBy(1L << Math.min(times, 20)), longest);
  }

  private static Duration spread(Duration pause, double least, double most) {
    var part = least + ThreadLocalRandom.current().nextDouble() * (most - least);
    return Duration.ofMillis((long) (pause.toMillis() * part));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
