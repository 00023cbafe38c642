package newsroom.enrichment.morgue;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import newsroom.enrichment.broker.DeadLetters;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Reads the topic into the index, from where the consumer stands. For use by one thread.
final class Reading implements Closeable {

  private static final Duration IDLE = Duration.ofMillis(250);

  /// While behind, so many stories become findable at a time: few at first, so that the archive
  /// soon knows which words are rare.
  private static final int FEW = 500;

  private static final int MANY = 50_000;

  private final Consumer<String, byte[]> topic;
  private final Cabinet index;
  private final Archivist archivist;
  private final Cutting cutting;
  private final Map<TopicPartition, Long> ends;
  private final Clock clock;

  private int findable;
  private long applied;
  private int uncommitted;
  private boolean caughtUp;
  private @Nullable Instant refreshed;
  private Instant committed;

  Reading(Consumer<String, byte[]> topic, Cabinet index, Clock clock) throws IOException {
    this.topic = topic;
    this.index = index;
    this.archivist = new Archivist(index);
    this.cutting = new Cutting(index);
    this.findable = index.documents();
    this.ends = topic.endOffsets(topic.assignment());
    this.clock = clock;
    this.committed = clock.instant();
  }

  /// Reads and applies what has come, or waits a little for it; new stories become findable at
  /// most every so often.
  void step(Duration refreshEvery, DeadLetters deadLetters) throws IOException {
    var records =
        topic.poll(caughtUp && archivist.unseen() > 0 ? untilRefresh(refreshEvery) : IDLE);
    var events = new ArrayList<ConsumerRecord<String, byte[]>>(records.count());
    records.forEach(events::add);
    var cuts = cutting.cut(events);
    for (int i = 0; i < cuts.size(); i++) {
      index.said(Order.of(events.get(i), topic.assignment().size()));
      apply(cuts.get(i), deadLetters);
    }
    applied += records.count();
    uncommitted += records.count();
    if (isTimeToRefresh(refreshEvery)) {
      refresh();
    }
    if (!caughtUp && isAtEnd(records)) {
      archivist.settle();
      refresh();
      caughtUp = true;
    }
  }

  /// A flood is made findable by and by: each time costs, and who is behind cannot be up to date.
  private boolean isTimeToRefresh(Duration every) {
    return caughtUp
        ? archivist.unseen() > 0 && untilRefresh(every).isZero()
        : archivist.unseen() > Math.clamp(findable, FEW, MANY);
  }

  private boolean isAtEnd(ConsumerRecords<?, ?> records) {
    // positions are asked for once the flood has passed
    return records.count() < 500
        && ends.entrySet().stream().allMatch(end -> topic.position(end.getKey()) >= end.getValue());
  }

  private void apply(Cutting.Cut cut, DeadLetters deadLetters) throws IOException {
    switch (cut) {
      case Cutting.Cut.Word word -> archivist.apply(word.event(), word.clipping());
      case Cutting.Cut.Tombstone tombstone -> archivist.forget(tombstone.uri());
      case Cutting.Cut.Unreadable unreadable -> {
        var event = unreadable.event();
        var origin =
            new DeadLetters.Origin(event.topic(), event.partition(), event.offset(), event.key());
        var letter = new DeadLetters.Letter(origin, event.value(), unreadable.reason());
        deadLetters.send(ArticleTopics.PUBLISHED_DEAD, "morgue", List.of(letter));
      }
    }
  }

  private Duration untilRefresh(Duration every) {
    if (refreshed == null) {
      return Duration.ZERO;
    }
    var left = Duration.between(clock.instant(), refreshed.plus(every));
    return left.isNegative() || left.compareTo(every) > 0 ? Duration.ZERO : left;
  }

  private void refresh() throws IOException {
    archivist.refresh();
    findable = caughtUp ? 0 : index.documents();
    refreshed = clock.instant();
  }

  /// Whether there is enough that a crash would have to read again.
  boolean isWorthCommitting(MorgueSettings settings) {
    var since = Duration.between(committed, clock.instant());
    // an idle index is bookmarked now and then, too: an old bookmark means a long absence
    return uncommitted >= settings.commitAfter()
        || (uncommitted > 0 && since.compareTo(settings.commitEvery()) >= 0)
        || since.compareTo(settings.keeps().dividedBy(10)) >= 0;
  }

  /// @param whole whether the index has all that there was at the start
  void commit(Bookmark.Origin origin, boolean whole) throws IOException {
    var offsets = new HashMap<Integer, Long>();
    topic.assignment().forEach(p -> offsets.put(p.partition(), topic.position(p)));
    index.commit(new Bookmark(origin, clock.instant(), offsets), whole);
    committed = clock.instant();
    uncommitted = 0;
  }

  long applied() {
    return applied;
  }

  Morgue.State state() {
    return new Morgue.State(caughtUp, lag(), refreshed, null);
  }

  private long lag() {
    return topic.assignment().stream()
        .collect(Collectors.summingLong(partition -> topic.currentLag(partition).orElse(0)));
  }

  @Override
  public void close() {
    cutting.close();
  }
}
