package newsroom.benchmark.site.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// Counts stories that have come out at every site, and makes room for the next one.
final class Through {

  private final Map<Long, Integer> sites = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private final int all;
  private final Semaphore room;

  Through(int all, Semaphore room) {
    this.all = all;
    this.room = room;
  }

  /// This story has come out at one more site.
  void one(long number) {
    if (sites.merge(number, 1, Integer::sum) == all) {
      sites.remove(number);
      count.incrementAndGet();
      room.release();
    }
  }

  long count() {
    return count.get();
  }

  Semaphore room() {
    return room;
  }
}
