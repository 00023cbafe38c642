package newsroom.local.archive;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// `articles.published` of one Kafka: what it holds, and what an archive adds to it.
public final class PublishedTopic implements AutoCloseable {

  /// Events of an archive bear it, with their version.
  private static final String HEADER = "archive";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String brokers;
  private final KafkaProducer<String, byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  PublishedTopic(String brokers) {
    this.brokers = brokers;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", brokers,
                "client.id", "import",
                "acks", "all",
                "linger.ms", "20",
                "batch.size", "262144",
                "max.request.size", "16777216",
                "enable.metrics.push", "false"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /// Whether an archive said it, and not the newsroom.
  public static boolean isOfArchive(ConsumerRecord<?, ?> event) {
    return event.headers().lastHeader(HEADER) != null;
  }

  /// Whether there is one; a topic must not come to be by asking for it.
  ///
  /// @throws KafkaException when Kafka does not answer
  boolean exists() throws InterruptedException {
    var settings = Map.<String, Object>of("bootstrap.servers", brokers);
    try (var admin = Admin.create(settings)) {
      var names = admin.listTopics().names();
      return names
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
          .get()
          .contains(ArticleTopics.PUBLISHED);
    } catch (ExecutionException e) {
      throw new KafkaException("Kafka does not answer at " + brokers, e.getCause());
    }
  }

  /// By story: the version that an archive said; nothing where the last word is the newsroom's own.
  Map<String, Optional<Mark>> holds() {
    var holds = new HashMap<String, Optional<Mark>>();
    try (var consumer = consumer()) {
      var partitions =
          consumer.partitionsFor(ArticleTopics.PUBLISHED).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        for (var event : consumer.poll(Duration.ofSeconds(1))) {
          var said = event.headers().lastHeader(HEADER);
          holds.put(
              event.key(), said == null ? Optional.empty() : Optional.of(Mark.of(said.value())));
        }
      }
    }
    return holds;
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", brokers,
            "client.id", "import-reads",
            "enable.auto.commit", "false",
            "allow.auto.create.topics", "false",
            "max.poll.records", "5000",
            "enable.metrics.push", "false"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /// Sends in the background, and waits where Kafka cannot keep up.
  ///
  /// @throws KafkaException when one that was sent before was not taken
  void say(String uri, Mark mark, byte[] event) {
    var record = new ProducerRecord<>(ArticleTopics.PUBLISHED, uri, event);
    record.headers().add(HEADER, mark.header());
    check();
    var _ = producer.send(record, (_, e) -> failure.compareAndSet(null, e));
  }

  /// Waits until Kafka has all that was said.
  ///
  /// @throws KafkaException when it did not take all
  void flush() {
    producer.flush();
    check();
  }

  private void check() {
    var failed = failure.get();
    if (failed != null) {
      throw new KafkaException(
          "Kafka did not take a story: " + Objects.requireNonNullElse(failed.getMessage(), failed),
          failed);
    }
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
