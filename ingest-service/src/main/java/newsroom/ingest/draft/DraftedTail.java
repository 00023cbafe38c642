package newsroom.ingest.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.schema.Drafted;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.codec.UnknownSchema;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of `articles.drafted`: as far back as drafts are remembered, and no more than are.
final class DraftedTail {

  private static final Logger log = LoggerFactory.getLogger(DraftedTail.class);

  // before any event is read: Avro trusts the event classes from then on
  private static final EventCodec<Drafted> CODEC = EventCodec.DRAFTED;

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int SILENT_POLLS = 10;

  private final Consumer<byte[], byte[]> consumer;
  private final DraftSettings settings;
  private final Instant now;

  DraftedTail(Consumer<byte[], byte[]> consumer, DraftSettings settings, Instant now) {
    this.consumer = consumer;
    this.settings = settings;
    this.now = now;
  }

  /// The versions on it, each with when it was drafted, in the order of each story's.
  ///
  /// @throws TimeoutException when Kafka does not answer
  Map<Recent.Key, Instant> read() {
    var partitions = partitions();
    consumer.assign(partitions);
    var ends = consumer.endOffsets(partitions);
    seek(partitions, ends);
    var drafted = new LinkedHashMap<Recent.Key, Instant>();
    var silent = 0;
    while (isBefore(ends)) {
      var records = consumer.poll(POLL);
      silent = records.isEmpty() ? silent + 1 : 0;
      if (silent > SILENT_POLLS) {
        throw new TimeoutException("the end of " + ArticleTopics.DRAFTED + " does not come");
      }
      records.forEach(event -> add(event, drafted));
    }
    return drafted;
  }

  /// None where the topic is still to be made: then nothing was drafted yet.
  private List<TopicPartition> partitions() {
    return consumer.partitionsFor(ArticleTopics.DRAFTED).stream()
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private void seek(Collection<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
    var since = now.minus(settings.rememberFor()).toEpochMilli();
    var times = new HashMap<TopicPartition, Long>();
    partitions.forEach(partition -> times.put(partition, since));
    var begins = consumer.beginningOffsets(partitions);
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              long end = ends.getOrDefault(partition, 0L);
              long begin = begins.getOrDefault(partition, 0L);
              long byTime = found == null ? end : found.offset();
              long byCount = end - settings.remember() / partitions.size() - 1;
              consumer.seek(partition, Math.max(begin, Math.max(byTime, byCount)));
            });
  }

  private boolean isBefore(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  /// What cannot be read is none of ours; it is not known again.
  private static void add(ConsumerRecord<byte[], byte[]> event, Map<Recent.Key, Instant> drafted) {
    if (event.value() == null) {
      return;
    }
    try {
      var key = key(CODEC.decode(event.value()));
      drafted.remove(key);
      drafted.put(key, Instant.ofEpochMilli(event.timestamp()));
    } catch (UnknownSchema e) {
      log.debug("an event of {} cannot be read", event, e);
    }
  }

  private static Recent.Key key(Drafted drafted) {
    var article = drafted.getArticle();
    var created = article.getUndated() ? null : drafted.getVersionCreated();
    return new Recent.Key(
        drafted.getUri().toString(),
        drafted.getVersion(),
        created,
        String.valueOf(article.getContentHash()));
  }
}
