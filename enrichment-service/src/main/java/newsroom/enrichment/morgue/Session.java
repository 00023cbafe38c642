package newsroom.enrichment.morgue;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One opening of the index, read on from its bookmark while the topic stays what it was.
final class Session implements Closeable {

  private static final Logger log = LoggerFactory.getLogger(Session.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
  private static final Duration TELL_AGAIN = Duration.ofSeconds(5);

  private final Morgue morgue;
  private final MorgueSettings settings;
  private final Cabinets cabinets;
  private final Broker broker;
  private final Clock clock;
  private final Turn turn;
  private Cabinets.Place place;
  private Cabinet index;

  /// When Kafka last said that the topic is still what it was.
  private Instant answered;

  /// Answers until the index has caught up that is built in its place.
  private @Nullable Cabinet old;

  Session(
      Morgue morgue,
      MorgueSettings settings,
      Cabinets cabinets,
      Broker broker,
      Clock clock,
      Turn turn)
      throws IOException {
    this.morgue = morgue;
    this.settings = settings;
    this.cabinets = cabinets;
    this.broker = broker;
    this.clock = clock;
    this.answered = clock.instant();
    this.turn = turn;
    this.place =
        cabinets.isWhole(Cabinets.Place.SECOND) ? Cabinets.Place.SECOND : Cabinets.Place.FIRST;
    this.index = cabinets.open(place, morgue.embeddings());
    morgue.use(index);
  }

  /// Reads until told to stop, or until the topic is another one or has more partitions.
  void read(DeadLetters deadLetters, BooleanSupplier stopping) throws IOException {
    var topic = broker.topic(ArticleTopics.PUBLISHED);
    answered = clock.instant();
    var origin = new Origin(topic.cluster(), topic.id());
    try (var consumer = consumer(topic.partitions());
        var reading = seek(consumer, origin)) {
      catchUp(reading, origin, deadLetters, stopping);
      if (reading.state().caughtUp()) {
        replaceOld(reading, origin);
      }
      var looked = clock.instant();
      while (!stopping.getAsBoolean() && (!isDue(looked, LOOK_AGAIN) || isStill(topic))) {
        looked = isDue(looked, LOOK_AGAIN) ? clock.instant() : looked;
        step(reading, origin, deadLetters);
      }
      turn.keep(reading.state());
      reading.commit(origin, old == null, answered);
    }
  }

  private void catchUp(
      Reading reading, Origin origin, DeadLetters deadLetters, BooleanSupplier stopping)
      throws IOException {
    var since = clock.instant();
    var told = since;
    while (!stopping.getAsBoolean() && !reading.state().caughtUp()) {
      step(reading, origin, deadLetters);
      if (isDue(told, TELL_AGAIN)) {
        told = clock.instant();
        tell(reading, since, "the morgue is reading");
      }
    }
    tell(reading, since, "the morgue is up to date");
  }

  private void step(Reading reading, Origin origin, DeadLetters deadLetters) throws IOException {
    turn.keep(reading.state());
    reading.step(settings.refreshEvery(), deadLetters);
    if (reading.isWorthCommitting(settings)) {
      reading.commit(origin, old == null, answered);
    }
    morgue.say(reading.state());
  }

  private void tell(Reading reading, Instant since, String what) throws IOException {
    long millis = Math.max(1, Duration.between(since, clock.instant()).toMillis());
    double perSecond = 1_000.0 * reading.applied() / millis;
    long left = reading.state().lag();
    log.atInfo()
        .addKeyValue("documents", index.documents())
        .addKeyValue("read", reading.applied())
        .addKeyValue("left", left)
        .log(
            "{}: {} events read, {} a second, {} left, {} s to go",
            what,
            reading.applied(),
            Math.round(perSecond),
            left,
            left == 0 ? 0 : Math.round(left / Math.max(1, perSecond)));
  }

  /// Puts the consumer where the index stands. In place of an index that does not belong to this
  /// topic another is begun.
  private Reading seek(Consumer<String, byte[]> consumer, Origin origin) throws IOException {
    var partitions = consumer.assignment();
    var beginnings = consumer.beginningOffsets(partitions);
    var span = new Bookmark.Span(beginnings, consumer.endOffsets(partitions));
    var misfit = misfit(index, origin, span);
    if (!misfit.isEmpty()) {
      boolean answers = index.bookmark().isPresent() && index.documents() > 0;
      var begun = answers ? begun(origin, span) : Optional.<Cabinet>empty();
      log.atInfo()
          .addKeyValue("folder", cabinets.name(place))
          .log(
              "the morgue is read {}: {}{}",
              begun.isPresent() ? "on in the index that was begun" : "from the start",
              misfit,
              answers ? "; until it is up to date the old index answers" : "");
      if (begun.isPresent()) {
        old = index;
        place = place.other();
        index = begun.get();
      } else {
        startOver(answers);
      }
    }
    var offsets = index.bookmark().map(Bookmark::offsets).orElse(Map.of());
    beginnings.forEach(
        (partition, beginning) ->
            consumer.seek(partition, offsets.getOrDefault(partition.partition(), beginning)));
    return new Reading(consumer, index, clock);
  }

  private String misfit(Cabinet cabinet, Origin origin, Bookmark.Span span) throws IOException {
    var bookmark = cabinet.bookmark();
    return bookmark.isPresent()
        ? bookmark.get().misfit(origin, span, clock.instant().minus(settings.keeps()))
        : cabinet.isNew() ? "there is no index yet" : "the index is of another form";
  }

  /// What was being built in this one's place when its writer stopped, and still belongs to this
  /// topic: a large archive would else never be whole where writers come and go.
  private Optional<Cabinet> begun(Origin origin, Bookmark.Span span) throws IOException {
    var begun = cabinets.begun(place.other(), morgue.embeddings());
    return begun.isPresent() && misfit(begun.get(), origin, span).isEmpty()
        ? begun
        : Optional.empty();
  }

  private void startOver(boolean besideOld) throws IOException {
    var begins = new Morgue.State(false, 0, null, null);
    if (besideOld) {
      old = index;
      place = place.other();
      turn.keep(begins);
      cabinets.wipe(place);
    } else {
      morgue.use(null);
      index.close();
      turn.keep(begins);
      cabinets.wipeAnswering(place);
    }
    index = cabinets.open(place, morgue.embeddings());
    if (!besideOld) {
      morgue.use(index);
    }
  }

  private void replaceOld(Reading reading, Origin origin) throws IOException {
    var replaced = old;
    if (replaced != null) {
      turn.keep(reading.state());
      reading.commit(origin, true, answered);
      morgue.use(index);
      // not before: should the commit fail, whoever closes this closes both
      old = null;
      replaced.close();
      turn.keep(reading.state());
      cabinets.wipe(place.other());
    }
  }

  /// Whoever was away for long, as on a machine that was put to sleep, begins as after a start:
  /// kills of that time may be forgotten.
  private boolean isStill(Broker.Topic topic) {
    if (isDue(answered, settings.keeps())) {
      return false;
    }
    try {
      boolean still = topic.equals(broker.topic(ArticleTopics.PUBLISHED));
      answered = clock.instant();
      return still;
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
    morgue.use(cabinets.shared());
    try (var _ = old) {
      index.close();
    }
  }
}
