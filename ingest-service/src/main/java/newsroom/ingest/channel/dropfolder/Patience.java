package newsroom.ingest.channel.dropfolder;

import java.time.Duration;
import java.time.Instant;

/// How long to wait before the desk is tried again: longer each time it is found closed.
final class Patience {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private Duration pause = FIRST;
  private Instant until = Instant.MIN;

  synchronized boolean waits(Instant now) {
    return now.isBefore(until);
  }

  /// Files that are brought side by side find the desk closed together: that is one time.
  synchronized void closed(Instant now) {
    if (!waits(now)) {
      until = now.plus(pause);
      var longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }
  }

  synchronized void open() {
    pause = FIRST;
  }
}
