package newsroom.benchmark.fanout.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// Which sites have which story, and since when.
final class Arrivals {

  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private final int sites;
  private final AtomicLongArray reached;
  private final AtomicLong deliveries = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();
  private volatile long first;
  private volatile long last;

  /// @param sites at most 64
  Arrivals(int stories, int sites) {
    this.sites = sites;
    this.reached = new AtomicLongArray(stories);
  }

  void of(int site, long number) {
    var bit = 1L << site;
    if ((reached.getAndAccumulate(Math.toIntExact(number), bit, (a, b) -> a | b) & bit) != 0) {
      repeated.incrementAndGet();
      return;
    }
    one();
  }

  /// One more, whichever.
  void one() {
    var now = System.nanoTime();
    // the very last to be counted has the greatest time, up to the microseconds of a race
    last = now;
    if (deliveries.getAndIncrement() % sites == 0) {
      first = now;
    }
  }

  long deliveries() {
    return deliveries.get();
  }

  long repeated() {
    return repeated.get();
  }

  /// When the story last begun came to its first site, one story at a time.
  long first() {
    return first;
  }

  /// When the last one came.
  long last() {
    return last;
  }

  /// Waits until so many have come; false when they do not.
  boolean await(long many, long nanos) {
    var end = System.nanoTime() + nanos;
    while (deliveries.get() < many && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return deliveries.get() >= many;
  }
}
