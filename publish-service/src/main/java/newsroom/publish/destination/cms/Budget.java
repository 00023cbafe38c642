package newsroom.publish.destination.cms;

import java.time.Duration;

/// The time that all requests for one story have together.
///
/// @param end in the time of [System#nanoTime], which no clock change moves
public record Budget(long end) {

  public static Budget of(Duration time) {
    return new Budget(System.nanoTime() + time.toNanos());
  }

  /// What is left of it.
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
