package newsroom.enrichment.morgue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import newsroom.enrichment.broker.Broker;
import newsroom.enrichment.broker.DeadLetters;
import newsroom.enrichment.broker.Unreachable;
import newsroom.enrichment.morgue.Bookmark.Origin;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One opening of the index, read on from its bookmark while the topic stays what it was.
final class Session implements Closeable {

  private static final Logger log = LoggerFactory.getLogger(Session.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
  private static final Duration TELL_AGAIN = Duration.ofSeconds(5);

  private final Morgue morgue;
  private final Path folder;
  private final MorgueSettings settings;
  private final Broker broker;
  private final Clock clock;
  private Index index;

  Session(Morgue morgue, MorgueSettings settings, Broker broker, Clock clock) throws IOException {
    this.morgue = morgue;
    this.folder = settings.index();
    this.settings = settings;
    this.broker = broker;
    this.clock = clock;
    this.index = Index.open(folder, morgue.embeddings());
    morgue.use(index);
  }

  /// Reads until told to stop, or until the topic is another one or has more partitions.
  void read(DeadLetters deadLetters, BooleanSupplier stopping) throws IOException {
    var topic = broker.topic(ArticleTopics.PUBLISHED);
    var origin = new Origin(topic.cluster(), topic.id());
    try (var consumer = consumer(topic.partitions())) {
      seek(consumer, origin);
      var reading = new Reading(consumer, index, clock);
      catchUp(reading, origin, deadLetters, stopping);
      var looked = clock.instant();
      while (!stopping.getAsBoolean() && (!isDue(looked, LOOK_AGAIN) || isStill(topic))) {
        looked = isDue(looked, LOOK_AGAIN) ? clock.instant() : looked;
        step(reading, origin, deadLetters);
      }
      reading.commit(origin);
    }
  }

  private void catchUp(
      Reading reading, Origin origin, DeadLetters deadLetters, BooleanSupplier stopping)
      throws IOException {
    var told = clock.instant();
    while (!stopping.getAsBoolean() && !reading.state().caughtUp()) {
      step(reading, origin, deadLetters);
      if (isDue(told, TELL_AGAIN)) {
        told = clock.instant();
        tell(reading, "the morgue is reading");
      }
    }
    tell(reading, "the morgue is up to date");
  }

  private void step(Reading reading, Origin origin, DeadLetters deadLetters) throws IOException {
    reading.step(settings.refreshEvery(), deadLetters);
    if (reading.isWorthCommitting(settings)) {
      reading.commit(origin);
    }
    morgue.say(reading.state());
  }

  private void tell(Reading reading, String what) throws IOException {
    log.atInfo()
        .addKeyValue("documents", index.documents())
        .addKeyValue("read", reading.applied())
        .addKeyValue("left", reading.state().lag())
        .log(what);
  }

  /// Puts the consumer where the index stands; an index that does not belong to this topic is
  /// taken away first.
  private void seek(Consumer<String, byte[]> consumer, Origin origin) throws IOException {
    var partitions = consumer.assignment();
    var beginnings = consumer.beginningOffsets(partitions);
    var bookmark = index.bookmark();
    var misfit =
        bookmark
            .map(
                b ->
                    b.misfit(
                        origin,
                        new Bookmark.Span(beginnings, consumer.endOffsets(partitions)),
                        clock.instant().minus(settings.keeps())))
            .orElse(index.isNew() ? "there is no index yet" : "the index is of another form");
    if (!misfit.isEmpty()) {
      log.atInfo()
          .addKeyValue("folder", folder)
          .log("the morgue is read from the start: {}", misfit);
      startOver();
    }
    Map<Integer, Long> offsets = misfit.isEmpty() ? bookmark.orElseThrow().offsets() : Map.of();
    beginnings.forEach(
        (partition, beginning) ->
            consumer.seek(partition, offsets.getOrDefault(partition.partition(), beginning)));
  }

  private void startOver() throws IOException {
    morgue.use(null);
    index.close();
    Index.wipe(folder);
    index = Index.open(folder, morgue.embeddings());
    morgue.use(index);
  }

  private boolean isStill(Broker.Topic topic) {
    try {
      return topic.equals(broker.topic(ArticleTopics.PUBLISHED));
    } catch (Unreachable _) {
      // no answer is no news
      return true;
    }
  }

  private boolean isDue(Instant last, Duration every) {
    return !clock.instant().isBefore(last.plus(every));
  }

  private Consumer<String, byte[]> consumer(int partitions) {
    var properties = broker.consumerSettings();
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "morgue");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // a missing offset is another topic: found out on the next opening
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(ArticleTopics.PUBLISHED, partition))
            .toList());
    return consumer;
  }

  @Override
  public void close() throws IOException {
    morgue.use(null);
    index.close();
  }
}
