package newsroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import newsroom.schema.Drafted;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole service before a real broker, which comes later than the service and goes away once.
class WalkTests {

  private static final Duration TRUTH = Duration.ofSeconds(10);

  @TempDir static Path folder;

  private static TestBroker broker;
  private static ConfigurableApplicationContext service;
  private static Http http;

  @BeforeAll
  static void theServiceOpensBeforeThereIsABroker() {
    // Given
    broker = new TestBroker(folder);

    // When
    service =
        IngestService.start(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + broker.address(),
            "--newsroom.ingest.topics.partitions=2",
            "--newsroom.ingest.spike.folder=" + folder.resolve("spike"),
            "--newsroom.ingest.drop-folder.folder=" + folder.resolve("wires"),
            "--newsroom.ingest.feed.folder=" + folder.resolve("feeds"));
    http = new Http(String.valueOf(service.getEnvironment().getProperty("local.server.port")));

    // Then
    assertThat(http.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(http.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
    broker.start();
    awaitReady();
  }

  @AfterAll
  static void stop() {
    service.close();
    broker.close();
  }

  @Test
  void aWireByHttpIsADraftOnTheTopicWhenItIsAccepted() {
    // When
    var answer = http.post("/wires/wireone", Plain.HARBOUR);

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    var drafted = drafted("wireone-harbour-1");
    assertThat(drafted).hasSize(1);
    assertThat(answer.body()).contains(drafted.getFirst().getUri());
    assertThat(drafted.getFirst().getVersion()).isEqualTo(3);
    assertThat(drafted.getFirst().getArticle().getBody()).hasSize(2);
    assertThat(drafted.getFirst().getArticle().getLanguage()).hasToString("en");
  }

  @Test
  void aWireDroppedIntoAFolderIsADraftOnceItIsDone() throws Exception {
    // Given
    var agency = Files.createDirectories(folder.resolve("wires/dropagency"));

    // When
    Files.writeString(agency.resolve("choir.txt"), wire("choir-1", "Choir wins"));

    // Then
    await().until(() -> Files.exists(agency.resolve("done/choir.txt")));
    assertThat(drafted("choir-1")).hasSize(1);
  }

  @Test
  void aWireByTwoChannelsIsDraftedOnce() throws Exception {
    // Given
    var agency = Files.createDirectories(folder.resolve("wires/twoways"));

    // When
    Files.writeString(agency.resolve("both.txt"), wire("both-1", "Ferry sails"));
    var answer = http.post("/wires/twoways", wire("both-1", "Ferry sails"));

    // Then
    await().until(() -> Files.exists(agency.resolve("done/both.txt")));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(drafted("both-1")).hasSize(1);
  }

  @Test
  void anUnreadableWireIsRefusedAndLiesOnTheSpike() {
    // When
    var answer = http.post("/wires/wireone", Plain.NONSENSE);

    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("nonsense from its first line on");
    assertThat(http.get("/spike?limit=5").body()).contains("nonsense from its first line on");
  }

  @Test
  void nothingIsLostWhileTheBrokerIsAwayAndHealthSaysSo() throws Exception {
    // Given
    http.post("/wires/wireone", wire("before-1", "Before the break"));
    broker.stop();

    // When
    await().atMost(TRUTH).until(() -> http.get("/actuator/health").statusCode() == 503);
    var agency = Files.createDirectories(folder.resolve("wires/patient"));
    Files.writeString(agency.resolve("held.txt"), wire("held-1", "Held for a while"));
    var refused = http.post("/wires/wireone", wire("refused-1", "Refused for a while"));

    // Then
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(http.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

    // When
    broker.start();

    // Then
    awaitReady();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Files.exists(agency.resolve("done/held.txt")));
    assertThat(http.post("/wires/wireone", wire("refused-1", "Refused for a while")).statusCode())
        .isEqualTo(202);
    assertThat(drafted("held-1")).isNotEmpty();
    assertThat(drafted("refused-1")).isNotEmpty();
  }

  @Test
  void theMetricsCountWiresAndDrafts() {
    // Given
    http.post("/wires/counted", wire("counted-1", "Counted"));

    // Then
    assertThat(http.get("/actuator/prometheus").body())
        .contains("newsroom_wires_total{agency=\"counted\",channel=\"http\",outcome=\"drafted\"} 1")
        .contains("newsroom_drafted_total");
  }

  private static void awaitReady() {
    await().atMost(TRUTH).until(() -> http.get("/actuator/health/readiness").statusCode() == 200);
  }

  private static String wire(String guid, String headline) {
    return "PLAIN\nguid: %s\ncreated: 2026-11-20T08:15:00Z\nheadline: %s\n\nText.\n"
        .formatted(guid, headline);
  }

  private static List<Drafted> drafted(String guid) {
    return drafted(broker, guid);
  }

  /// What the topic has of this story, from its beginning.
  static List<Drafted> drafted(TestBroker broker, String guid) {
    var settings = Map.<String, Object>of("bootstrap.servers", broker.address());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(ArticleTopics.DRAFTED).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var end = consumer.endOffsets(partitions).values().stream().mapToLong(o -> o).sum();
      var all = new ArrayList<Drafted>();
      while (partitions.stream().mapToLong(consumer::position).sum() < end) {
        StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
            .map(record -> EventCodec.DRAFTED.decode(record.value()))
            .filter(e -> guid.contentEquals(e.getArticle().getProvenance().getGuid()))
            .forEach(all::add);
      }
      return all;
    }
  }
}
