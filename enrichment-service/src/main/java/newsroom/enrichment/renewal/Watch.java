package newsroom.enrichment.renewal;

import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import newsroom.enrichment.broker.Share;
import newsroom.enrichment.broker.Topics;
import newsroom.enrichment.broker.Unreachable;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Reads what was told of this instance's share on `articles.enriched`, from when stories that are
/// young today were told, and all that comes live on `articles.published`. For use by one thread.
final class Watch implements Closeable {

  /// What came live while nobody looked, as in a change of instances, is looked at all the same.
  static final Duration LATELY = Duration.ofMinutes(5);

  private static final Duration MOMENT = Duration.ofMillis(200);

  private final Share share;
  private final Topics topics;
  private final RenewalSettings settings;
  private final Clock clock;
  private final Consumer<String, byte[]> reader;
  private final Consumer<String, byte[]> single;
  private final int drafted;
  private final int enriched;
  private final int published;

  private Map<Integer, Integer> takings = Map.of();
  private final Map<TopicPartition, Long> unread = new HashMap<>();

  Watch(Share share, Topics topics, RenewalSettings settings, Clock clock) {
    this.share = share;
    this.topics = topics;
    this.settings = settings;
    this.clock = clock;
    this.drafted = topics.partitions(ArticleTopics.DRAFTED);
    this.enriched = topics.partitions(ArticleTopics.ENRICHED);
    this.published = topics.partitions(ArticleTopics.PUBLISHED);
    this.reader = topics.reader("enrichment-renewal", 500);
    this.single = topics.reader("enrichment-renewal-single", 1);
  }

  /// Whether the topics still are as they were at the start.
  boolean isStill() {
    return topics.partitions(ArticleTopics.DRAFTED) == drafted
        && topics.partitions(ArticleTopics.ENRICHED) == enriched
        && topics.partitions(ArticleTopics.PUBLISHED) == published;
  }

  /// The partition of `articles.drafted` that this story's drafts are on.
  private int home(String uri) {
    return Topics.partition(uri, drafted);
  }

  boolean isMine(String uri) {
    return takings.containsKey(home(uri));
  }

  /// Does something about a story while it is of this instance's share.
  boolean whileMine(String uri, Runnable work) {
    int home = home(uri);
    return share.whileMine(home, takings.getOrDefault(home, -1), work);
  }

  /// Whether all that was told of a story before this instance took it over has been read.
  boolean knows(Young young) {
    return !unread.containsKey(young.place().partition());
  }

  /// Follows the share. What came live lately is read again, because nobody may have looked at it
  /// for the stories that were taken over, and only when all that was told of these is known.
  ///
  /// @return whether the share has changed
  boolean follow() {
    var now = share.takings();
    if (now.equals(takings)) {
      return false;
    }
    boolean lost =
        takings.entrySet().stream().anyMatch(it -> !it.getValue().equals(now.get(it.getKey())));
    var known = lost ? Set.<TopicPartition>of() : Set.copyOf(reader.assignment());
    takings = now;
    reader.assign(wanted());
    if (!isIdle()) {
      start(known);
    }
    return true;
  }

  private void start(Set<TopicPartition> known) {
    var now = clock.instant();
    var live = Topics.all(ArticleTopics.PUBLISHED, published);
    var added = new HashSet<>(reader.assignment());
    added.removeAll(known);
    added.removeAll(live);
    Topics.since(reader, added, now.minus(settings.young()));
    unread.keySet().retainAll(reader.assignment());
    unread.putAll(reader.endOffsets(added));
    Topics.since(reader, live, now.minus(LATELY));
    reader.pause(live);
  }

  private Set<TopicPartition> wanted() {
    if (takings.isEmpty()) {
      return Set.of();
    }
    // with as many partitions a story lies on the one of the same number
    var wanted =
        drafted == enriched
            ? Topics.of(ArticleTopics.ENRICHED, takings.keySet())
            : Topics.all(ArticleTopics.ENRICHED, enriched);
    wanted.addAll(Topics.all(ArticleTopics.PUBLISHED, published));
    return wanted;
  }

  /// What has come.
  Iterable<ConsumerRecord<String, byte[]>> read() {
    return reader.poll(MOMENT);
  }

  /// To be called when what was read is taken in.
  void taken() {
    unread.entrySet().removeIf(end -> reader.position(end.getKey()) >= end.getValue());
    if (unread.isEmpty() && !reader.paused().isEmpty()) {
      reader.resume(reader.paused());
    }
  }

  boolean isIdle() {
    return takings.isEmpty();
  }

  /// The event at a place; none when the topic has it no longer.
  ///
  /// @throws Unreachable when Kafka does not say so soon
  Optional<ConsumerRecord<String, byte[]>> at(Young.Place place) {
    single.assign(Set.of(place.partition()));
    single.seek(place.partition(), place.offset());
    for (int i = 0; i < 10; i++) {
      for (var event : single.poll(MOMENT)) {
        return Optional.of(event).filter(it -> it.offset() == place.offset());
      }
    }
    throw new Unreachable(
        "an event of " + place.partition() + " cannot be read", new TimeoutException());
  }

  static boolean isLate(ConsumerRecord<?, ?> event, Instant now) {
    return Instant.ofEpochMilli(event.timestamp()).isBefore(now.minus(LATELY));
  }

  @Override
  public void close() {
    try (single) {
      reader.close();
    }
  }
}
