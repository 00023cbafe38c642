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
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Reads the topic into the index, from where the consumer stands. For use by one thread.
final class Reading implements Closeable {

  private static final Duration IDLE = Duration.ofMillis(250);

  /// While behind, so many stories become findable at a time: few at first, so that the archive
  /// soon knows which words are rare.
  private static final int FEW = 500;

  private static final int MANY = 50_000;

  /// So many at once are cut beside the applying; what is less is findable sooner without.
  private static final int FLOOD = 100;

  /// Enough for the next to come while others are being cut.
  private static final Duration SOON = Duration.ofMillis(20);

  private final Consumer<String, byte[]> topic;
  private final Cabinet index;
  private final Archivist archivist;
  private final Cutting cutting;
  private final Map<TopicPartition, Long> ends;
  private final Clock clock;

  /// Where the topic is read on after all that was applied.
  private Map<TopicPartition, Long> next;

  private @Nullable Poll cut;
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
    this.next = positions();
    this.clock = clock;
    this.committed = clock.instant();
  }

  /// What one poll brought.
  ///
  /// @param next where the topic is read on after these
  private record Poll(
      List<ConsumerRecord<String, byte[]>> events,
      Cutting.Pile pile,
      Map<TopicPartition, Long> next) {}

  /// Reads and applies what has come, or waits a little for it; new stories become findable at
  /// most every so often. In a flood one poll is cut while the one before it is applied.
  void step(Duration refreshEvery, DeadLetters deadLetters) throws IOException {
    var records = topic.poll(patience(refreshEvery));
    var events = new ArrayList<ConsumerRecord<String, byte[]>>(records.count());
    records.forEach(events::add);
    var polled = new Poll(events, cutting.begin(events), positions());
    var before = cut;
    cut = null;
    if (before != null) {
      apply(before, deadLetters);
    }
    if (!caughtUp && events.size() >= FLOOD) {
      cut = polled;
    } else {
      apply(polled, deadLetters);
    }
    if (isTimeToRefresh(refreshEvery)) {
      refresh();
    }
    if (!caughtUp && isAtEnd()) {
      archivist.settle();
      refresh();
      caughtUp = true;
    }
  }

  private Duration patience(Duration refreshEvery) {
    if (!caughtUp) {
      // at the start there may be nothing to wait for
      return cut != null ? SOON : isAtEnd() ? Duration.ZERO : IDLE;
    }
    return archivist.unseen() > 0 ? untilRefresh(refreshEvery) : IDLE;
  }

  private void apply(Poll polled, DeadLetters deadLetters) throws IOException {
    var cuts = polled.pile().cuts();
    for (int i = 0; i < cuts.size(); i++) {
      index.said(Order.of(polled.events().get(i), topic.assignment().size()));
      apply(cuts.get(i), deadLetters);
    }
    applied += polled.events().size();
    uncommitted += polled.events().size();
    next = polled.next();
  }

  private Map<TopicPartition, Long> positions() {
    var positions = new HashMap<TopicPartition, Long>();
    topic.assignment().forEach(partition -> positions.put(partition, topic.position(partition)));
    return positions;
  }

  /// A flood is made findable by and by: each time costs, and who is behind cannot be up to date.
  private boolean isTimeToRefresh(Duration every) {
    return caughtUp
        ? archivist.unseen() > 0 && untilRefresh(every).isZero()
        : archivist.unseen() > Math.clamp(findable, FEW, MANY);
  }

  private boolean isAtEnd() {
    return cut == null
        && ends.entrySet().stream()
            .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
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
  /// @param answered when Kafka last did
  void commit(Bookmark.Origin origin, boolean whole, Instant answered) throws IOException {
    var offsets = new HashMap<Integer, Long>();
    next.forEach((partition, offset) -> offsets.put(partition.partition(), offset));
    index.commit(new Bookmark(origin, answered, offsets), whole);
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
