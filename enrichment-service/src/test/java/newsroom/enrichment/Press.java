package newsroom.enrichment;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import newsroom.enrichment.morgue.Morgue;
import newsroom.schema.Article;
import newsroom.schema.Enriched;
import newsroom.schema.Published;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// A Kafka, what comes before enrichment and what comes after it.
public final class Press implements AutoCloseable {

  public static final Duration SOON = Duration.ofSeconds(60);

  private final EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 2);
  private final KafkaProducer<String, byte[]> writer;
  private final KafkaConsumer<String, byte[]> reader;
  private final List<Enriched> read = new ArrayList<>();

  public Press() {
    // else its address stays behind as a property of the JVM, and the next test finds a broker that
    // is gone
    kafka.brokerListProperty("newsroom.test.brokers");
    kafka.afterPropertiesSet();
    writer =
        new KafkaProducer<>(
            // one after the other: several requests to a partition that is just being made can
            // overtake each other, and Kafka then refuses all that follows
            Map.of(
                "bootstrap.servers",
                kafka.getBrokersAsString(),
                "max.in.flight.requests.per.connection",
                "1"),
            new StringSerializer(),
            new ByteArraySerializer());
    reader =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", kafka.getBrokersAsString(),
                "group.id", "test",
                "metadata.max.age.ms", "500",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    reader.subscribe(List.of(ArticleTopics.ENRICHED));
  }

  public EmbeddedKafkaKraftBroker kafka() {
    return kafka;
  }

  public ConfigurableApplicationContext start(Path folder, String... more) {
    return EnrichmentService.start(arguments(folder, more));
  }

  /// With little patience, so that links are renewed within moments.
  public String[] arguments(Path folder, String... more) {
    var usual =
        Stream.of(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
            "--newsroom.enrichment.topics.partitions=2",
            "--newsroom.enrichment.enricher.budget=5s",
            "--newsroom.enrichment.renewal.settle=200ms",
            "--newsroom.enrichment.renewal.rest=500ms",
            "--newsroom.enrichment.morgue.folder=" + folder);
    return Stream.concat(usual, Stream.of(more)).toArray(String[]::new);
  }

  public void draft(Article article) throws Exception {
    draftAll(List.of(article));
  }

  /// Returns when Kafka has all of them.
  public void draftAll(List<Article> articles) throws Exception {
    var sent = new ArrayList<Future<?>>();
    for (var article : articles) {
      var bytes = EventCodec.DRAFTED.encode(Copy.drafted(article));
      var uri = article.getUri().toString();
      sent.add(writer.send(new ProducerRecord<>(ArticleTopics.DRAFTED, uri, bytes)));
    }
    for (var each : sent) {
      each.get();
    }
  }

  public void publish(Published event) throws Exception {
    var bytes = EventCodec.PUBLISHED.encode(event);
    writer
        .send(new ProducerRecord<>(ArticleTopics.PUBLISHED, event.getUri().toString(), bytes))
        .get();
  }

  /// Waits until the morgue of this instance has so many stories.
  public static void awaitShelved(ConfigurableApplicationContext service, int many) {
    var morgue = service.getBean(Morgue.class);
    await()
        .atMost(SOON)
        .ignoreException(IllegalStateException.class)
        .until(() -> morgue.documents() == many);
  }

  /// All that was told so far.
  public List<Enriched> told() {
    for (var event : reader.poll(Duration.ofMillis(200))) {
      read.add(EventCodec.ENRICHED.decode(event.value()));
    }
    return read;
  }

  /// All that was told of a story, once it is so much.
  public List<Enriched> told(Article story, int many) {
    await().atMost(SOON).until(() -> of(story).size() >= many);
    return of(story);
  }

  public List<Enriched> of(Article story) {
    return told().stream()
        .filter(it -> it.getUri().toString().contentEquals(story.getUri()))
        .toList();
  }

  @Override
  public void close() {
    writer.close();
    reader.close();
    kafka.destroy();
  }
}
