package newsroom.local.archive;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// Says how far it is, now and then.
final class Progress {

  private static final long NANOS = 1_000_000_000L;

  private final PrintStream err;
  private final Tally tally;
  private final long bytes;
  private final Duration every;
  private final long start = System.nanoTime();
  private long said = start;

  /// @param bytes of all files
  Progress(PrintStream err, Tally tally, long bytes, Duration every) {
    this.err = err;
    this.tally = tally;
    this.bytes = bytes;
    this.every = every;
  }

  /// @param read bytes so far
  void at(long read) {
    long now = System.nanoTime();
    if (now - said < every.toNanos()) {
      return;
    }
    said = now;
    double share = bytes == 0 ? 1 : Math.min(1, (double) read / bytes);
    double left = share == 0 ? 0 : seconds() * (1 - share) / share;
    err.println(
        String.format(
            Locale.ENGLISH,
            "%,d stories, %,.0f a second, %.0f %% read, %s left",
            tally.all(),
            tally.all() / seconds(),
            share * 100,
            words(Math.round(left))));
  }

  void end() {
    err.println(
        String.format(
            Locale.ENGLISH,
            "%,d stories in %s (%,.0f a second): %,d imported, %,d there already,"
                + " %,d left as the newsroom has them, %,d not read",
            tally.all(),
            words(Math.round(seconds())),
            tally.all() / seconds(),
            tally.said,
            tally.held,
            tally.own,
            tally.unreadable));
  }

  private double seconds() {
    return Math.max(0.001, (double) (System.nanoTime() - start) / NANOS);
  }

  private static String words(long seconds) {
    return seconds < 120 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
  }
}
