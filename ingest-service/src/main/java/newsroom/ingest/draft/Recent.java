package newsroom.ingest.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What was drafted lately, so that the same version brought twice is not drafted twice. After a
/// restart [Recollection] fills it from the topic itself.
///
/// Dated versions are known by their number, date and content together. Of undated ones only the
/// last content is known: what a feed takes back and then says again is news again.
///
/// Only an economy: each instance of the service has a memory of its own, and whoever reads the
/// topic takes a repeat in its stride.
@Component
final class Recent {

  /// One version of a story.
  ///
  /// @param created when the version was made; null when nobody knows, so that only the content
  ///     counts
  record Key(String uri, long version, @Nullable Instant created, String content) {

    /// The place that it takes: undated versions of a story take each other's.
    private Key place() {
      return created == null ? new Key(uri, version, null, "") : this;
    }
  }

  private record Entry(Instant since, String content, CompletableFuture<Void> acknowledged) {

    boolean isOf(Key key, Instant oldest) {
      return content.equals(key.content()) && since.isAfter(oldest);
    }
  }

  private final int capacity;
  private final Duration keep;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private final CountDownLatch filled = new CountDownLatch(1);

  @Autowired
  Recent(DraftSettings settings, Clock clock) {
    this(settings.remember(), settings.rememberFor(), clock);
  }

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
      var entry = entries.remove(key.place());
      dropStale(now);
      var known = entry != null && entry.isOf(key, now.minus(keep)) ? entry.acknowledged() : null;
      // a feed brings its stories at each poll: they stay known as long as they come
      entries.put(key.place(), new Entry(now, key.content(), known == null ? mine : known));
      return known;
    } finally {
      lock.unlock();
    }
  }

  /// Forgets a version that could not be sent.
  void forget(Key key) {
    lock.lock();
    try {
      var entry = entries.get(key.place());
      if (entry != null && entry.isOf(key, Instant.MIN)) {
        entries.remove(key.place());
      }
    } finally {
      lock.unlock();
    }
  }

  /// Takes in what the topic has, in its order. What was drafted meanwhile is newer and stays.
  void fill(Map<Key, Instant> drafted) {
    var known = new LinkedHashMap<Key, Entry>();
    var done = CompletableFuture.<Void>completedFuture(null);
    drafted.forEach(
        (key, since) -> {
          known.remove(key.place());
          known.put(key.place(), new Entry(since, key.content(), done));
        });
    lock.lock();
    try {
      known.putAll(entries);
      entries.clear();
      entries.putAll(known);
      dropStale(clock.instant());
    } finally {
      lock.unlock();
    }
  }

  /// Lets go of those who wait for it to be filled.
  void open() {
    filled.countDown();
  }

  /// Waits until it is filled, so long and no longer.
  void awaitFilled(Duration atMost) {
    try {
      var _ = filled.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
