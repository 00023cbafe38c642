package newsroom.ingest.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What was drafted lately, so that the same version brought by a second channel is not sent twice.
/// Only an economy: after a restart it is empty, and whoever reads the topic takes a repeat in its
/// stride.
final class Recent {

  /// One version of a story with its content.
  ///
  /// @param created when the version was made; null when nobody knows, so that only the content
  ///     counts
  record Key(String uri, long version, @Nullable Instant created, String content) {}

  private record Entry(Instant since, CompletableFuture<Void> acknowledged) {}

  private final int capacity;
  private final Duration keep;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Entry> entries = new LinkedHashMap<>();

  Recent(int capacity, Duration keep, Clock clock) {
    this.capacity = capacity;
    this.keep = keep;
    this.clock = clock;
  }

  /// What an earlier sender of this version waits for, or null: then the caller is the one to send
  /// it, and to complete `mine`.
  @Nullable CompletableFuture<Void> earlier(Key key, CompletableFuture<Void> mine) {
    var now = clock.instant();
    lock.lock();
    try {
      dropStale(now);
      var entry = entries.remove(key);
      if (entry != null) {
        // a feed brings its stories at each poll: they stay known as long as they come
        entries.put(key, new Entry(now, entry.acknowledged()));
        return entry.acknowledged();
      }
      entries.put(key, new Entry(now, mine));
      return null;
    } finally {
      lock.unlock();
    }
  }

  void forget(Key key) {
    lock.lock();
    try {
      entries.remove(key);
    } finally {
      lock.unlock();
    }
  }

  private void dropStale(Instant now) {
    var eldest = entries.values().iterator();
    while (eldest.hasNext()) {
      var since = eldest.next().since();
      if (entries.size() < capacity && since.plus(keep).isAfter(now)) {
        return;
      }
      eldest.remove();
    }
  }
}
