package newsroom.enrichment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static newsroom.enrichment.Copy.NOON;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.drafted;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import newsroom.enrichment.morgue.Morgue;
import newsroom.schema.Concept;
import newsroom.schema.Enriched;
import newsroom.schema.PubStatus;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class EnrichTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;

  private EmbeddedKafkaKraftBroker kafka;
  private KafkaProducer<String, byte[]> agency;
  private KafkaConsumer<String, byte[]> reader;
  private ConfigurableApplicationContext service;

  @BeforeEach
  void startKafka() {
    kafka = new EmbeddedKafkaKraftBroker(1, 2);
    // else its address stays behind as a property of the JVM, and the next test finds a broker that
    // is gone
    kafka.brokerListProperty("newsroom.test.brokers");
    kafka.afterPropertiesSet();
    var servers = Map.<String, Object>of("bootstrap.servers", kafka.getBrokersAsString());
    agency = new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer());
    reader =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", kafka.getBrokersAsString(),
                "group.id", "test",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    service = start();
  }

  @AfterEach
  void stop() {
    service.close();
    agency.close();
    reader.close();
    kafka.destroy();
  }

  private ConfigurableApplicationContext start() {
    return EnrichmentService.start(
        "--server.port=0",
        "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
        "--newsroom.enrichment.topics.partitions=2",
        "--newsroom.enrichment.morgue.folder=" + folder);
  }

  @Test
  void aDraftedStoryIsEnrichedWithLinksToWhatIsLive() throws Exception {
    // Given
    var older = article("older", "Crack found in Torrevale dam", Copy.DAM).build();
    publish(older.getUri(), EventCodec.PUBLISHED.encode(live(older)));
    var evacuated = evacuated().build();

    // When
    draft(evacuated.getUri(), EventCodec.DRAFTED.encode(drafted(evacuated)));

    // Then
    var enriched = EventCodec.ENRICHED.decode(read(ArticleTopics.ENRICHED, 1).getFirst().value());
    assertThat(enriched.getArticle()).isEqualTo(evacuated);
    assertThat(enriched.getMissing()).isEmpty();
    assertThat(enriched.getRelated())
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.getUri()).hasToString(uri("older"));
              assertThat(link.getHeadline()).hasToString("Crack found in Torrevale dam");
              assertThat(link.getAfterBlock()).isEqualTo(1);
              assertThat(link.getReason().toString())
                  .contains("torrevale")
                  .contains("2 days older");
            });
  }

  @Test
  void whatElseIsToldAboutAStoryStandsBesideItsLinks() throws Exception {
    // Given
    var subject =
        Concept.newBuilder().setCode("15054000").setName("Fußball").setScheme("subj").build();
    var article = evacuated().setDateline("PARIS (NW) —").setSubjects(List.of(subject)).build();

    // When
    draft(article.getUri(), EventCodec.DRAFTED.encode(drafted(article)));

    // Then
    var enriched = EventCodec.ENRICHED.decode(read(ArticleTopics.ENRICHED, 1).getFirst().value());
    assertThat(enriched.getMissing()).isEmpty();
    assertThat(enriched.getArticle()).isEqualTo(article);
    assertThat(enriched.getKeywords()).extracting(CharSequence::toString).contains("Torrevale");
    assertThat(enriched.getReadingSeconds()).isPositive();
    assertThat(enriched.getMediaTopics())
        .extracting(topic -> topic.getCode() + " " + topic.getName())
        .containsExactly("medtop:20001065 soccer", "medtop:15000000 sport");
    assertThat(enriched.getLocated()).isNotNull();
    assertThat(enriched.getLocated().getName()).hasToString("Paris");
  }

  @Test
  void aKillPassesWithoutLinks() throws Exception {
    // Given
    var older = article("older", "Crack found in Torrevale dam", Copy.DAM).build();
    publish(older.getUri(), EventCodec.PUBLISHED.encode(live(older)));
    var killed = evacuated().setPubStatus(PubStatus.CANCELED).build();

    // When
    draft(killed.getUri(), EventCodec.DRAFTED.encode(drafted(killed)));

    // Then
    var enriched = EventCodec.ENRICHED.decode(read(ArticleTopics.ENRICHED, 1).getFirst().value());
    assertThat(enriched.getRelated()).isEmpty();
    assertThat(enriched.getArticle().getPubStatus()).isEqualTo(PubStatus.CANCELED);
  }

  @Test
  void whatCannotBeReadIsSetAsideByteForByteAndTheNextStoryGoesOn() throws Exception {
    // Given
    var poison = new byte[] {(byte) 0xC3, 1, 2, 3, (byte) 0xFF};
    var story = evacuated().build();

    // When
    draft(story.getUri(), poison);
    draft(story.getUri(), EventCodec.DRAFTED.encode(drafted(story)));

    // Then
    var dead = read(ArticleTopics.DRAFTED_DEAD, 1).getFirst();
    assertThat(dead.value()).isEqualTo(poison);
    assertThat(dead.key()).isEqualTo(story.getUri().toString());
    assertThat(new String(dead.headers().lastHeader("origin-topic").value(), UTF_8))
        .isEqualTo(ArticleTopics.DRAFTED);
    assertThat(new String(dead.headers().lastHeader("reason").value(), UTF_8)).isNotEmpty();
    assertThat(read(ArticleTopics.ENRICHED, 1)).hasSize(1);
  }

  @Test
  void aStoryThatIsTooLargeWithItsLinksGoesOnWithoutThem() throws Exception {
    // Given
    var older = article("older", "Crack found in Torrevale dam", Copy.DAM).build();
    publish(older.getUri(), EventCodec.PUBLISHED.encode(live(older)));
    var story = evacuated().build();
    int bare = EventCodec.DRAFTED.encode(drafted(story)).length;
    largestEnriched(bare + 260);

    // When
    draft(story.getUri(), EventCodec.DRAFTED.encode(drafted(story)));

    // Then
    var enriched = enriched(read(ArticleTopics.ENRICHED, 1).getFirst());
    assertThat(enriched.getRelated()).isEmpty();
    assertThat(enriched.getMissing()).isNotEmpty();
    assertThat(enriched.getArticle()).isEqualTo(story);
  }

  @Test
  void aStoryThatKafkaNeverTakesIsSetAsideAndTheNextGoesOn() throws Exception {
    // Given
    var large = article("large", "A long report", "Ice. ".repeat(4_000)).build();
    var bytes = EventCodec.DRAFTED.encode(drafted(large));
    var story = evacuated().build();
    largestEnriched(bytes.length / 2);

    // When
    draft(large.getUri(), bytes);
    draft(story.getUri(), EventCodec.DRAFTED.encode(drafted(story)));

    // Then
    var dead = read(ArticleTopics.DRAFTED_DEAD, 1).getFirst();
    assertThat(dead.value()).isEqualTo(bytes);
    assertThat(new String(dead.headers().lastHeader("reason").value(), UTF_8))
        .contains("RecordTooLarge");
    assertThat(read(ArticleTopics.ENRICHED, 1))
        .extracting(ConsumerRecord::key)
        .containsExactly(story.getUri().toString());
  }

  private void largestEnriched(int bytes) {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, ArticleTopics.ENRICHED);
    var set =
        new AlterConfigOp(
            new ConfigEntry("max.message.bytes", String.valueOf(bytes)), AlterConfigOp.OpType.SET);
    await()
        .atMost(SOON)
        .until(() -> service.getBean(HealthEndpoint.class).health().getStatus().equals(Status.UP));
    kafka.doWithAdmin(
        admin -> {
          try {
            admin
                .incrementalAlterConfigs(Map.of(topic, List.of(set)))
                .all()
                .get(10, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void anUndatedVersionPassesAsItCame() throws Exception {
    // Given
    var first = evacuated().setUndated(true).setContentHash("00ff").build();
    var again =
        evacuated()
            .setUndated(true)
            .setContentHash("00ff")
            .setVersionCreated(NOON.plus(Duration.ofDays(3)))
            .build();

    // When
    draft(first.getUri(), EventCodec.DRAFTED.encode(drafted(first)));
    draft(again.getUri(), EventCodec.DRAFTED.encode(drafted(again)));

    // Then
    assertThat(read(ArticleTopics.ENRICHED, 2))
        .extracting(it -> enriched(it).getRevision(), it -> enriched(it).getArticle())
        .containsExactly(tuple(0, first), tuple(0, again));
  }

  @Test
  void aRestartGoesOnWhereItStoppedAndEnrichesNothingTwice() throws Exception {
    // Given
    var older = article("older", "Crack found in Torrevale dam", Copy.DAM).build();
    publish(older.getUri(), EventCodec.PUBLISHED.encode(live(older)));
    var first = evacuated().build();
    draft(first.getUri(), EventCodec.DRAFTED.encode(drafted(first)));
    var before = read(ArticleTopics.ENRICHED, 1);

    // When
    service.close();
    var second = evacuated().setVersion(2).build();
    draft(second.getUri(), EventCodec.DRAFTED.encode(drafted(second)));
    service = start();

    // Then
    assertThat(before).hasSize(1);
    var after = read(ArticleTopics.ENRICHED, 2).stream().map(EnrichTest::enriched).toList();
    assertThat(after).extracting(Enriched::getVersion).containsExactly(1L, 2L);
    assertThat(after.getLast().getRelated()).hasSize(1);
  }

  @Test
  void healthSaysSoWhenEverythingIsReady() {
    var health = service.getBean(HealthEndpoint.class);

    await().atMost(SOON).until(() -> health.health().getStatus().equals(Status.UP));
    assertThat(health.healthForPath("kafka")).extracting("status").isEqualTo(Status.UP);
  }

  private static Enriched enriched(ConsumerRecord<String, byte[]> event) {
    return EventCodec.ENRICHED.decode(event.value());
  }

  private static newsroom.schema.Article.Builder evacuated() {
    return article("evacuated", "Valley below Torrevale dam is emptied", Copy.VALLEY)
        .setVersionCreated(NOON.plus(Duration.ofDays(2)));
  }

  private void draft(CharSequence uri, byte[] bytes) throws Exception {
    agency.send(new ProducerRecord<>(ArticleTopics.DRAFTED, uri.toString(), bytes)).get();
  }

  private void publish(CharSequence uri, byte[] bytes) throws Exception {
    agency.send(new ProducerRecord<>(ArticleTopics.PUBLISHED, uri.toString(), bytes)).get();
    await().atMost(SOON).until(() -> documents() == 1);
  }

  private int documents() throws Exception {
    try {
      return service.getBean(Morgue.class).documents();
    } catch (IllegalStateException _) {
      return 0;
    }
  }

  /// Everything on the topic, at least so many.
  private List<ConsumerRecord<String, byte[]>> read(String topic, int many) {
    var read = new ArrayList<ConsumerRecord<String, byte[]>>();
    reader.subscribe(List.of(topic));
    reader.poll(Duration.ofMillis(100));
    reader.seekToBeginning(reader.assignment());
    await()
        .atMost(SOON)
        .until(
            () -> {
              reader.poll(Duration.ofMillis(200)).forEach(read::add);
              return read.size() >= many;
            });
    reader.poll(Duration.ofMillis(300)).forEach(read::add);
    return read;
  }
}
