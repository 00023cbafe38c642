package newsroom.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import newsroom.publish.destination.RecordingKind;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class PublishTests {

  private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 6);
  private static ConfigurableApplicationContext service;
  static final RecordingKind RECORDING = new RecordingKind();
  private static KafkaProducer<String, byte[]> producer;

  @TempDir private static Path folder;

  @Configuration
  static class Recordings {
    @Bean
    RecordingKind recording() {
      return RECORDING;
    }
  }

  @BeforeAll
  static void start() throws IOException {
    TestDatabase.empty();
    // else its address stays behind as a property of the JVM, and the next test finds a broker that
    // is gone
    BROKER.brokerListProperty("newsroom.test.brokers");
    BROKER.afterPropertiesSet();
    service = started(folder, BROKER.getBrokersAsString(), TestDatabase.url());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER.getBrokersAsString()),
            new StringSerializer(),
            new ByteArraySerializer());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(get("/actuator/health/readiness")).contains("200"));
  }

  static ConfigurableApplicationContext started(Path folder, String kafka, String database)
      throws IOException {
    var sites =
        Files.writeString(
            folder.resolve("sites.yml"),
            """
            - site: national
              name: The National Desk
              address: http://national.test/
              sections: [{path: news, name: News}]
              destinations: [{kind: recording}]
            """);
    return new SpringApplicationBuilder(PublishService.class, Recordings.class)
        .properties("spring.config.name=publish-service")
        .run(
            "--server.port=0",
            "--newsroom.publish.sites=" + sites,
            "--newsroom.publish.sites-every=200ms",
            "--newsroom.publish.carrying.instance=test",
            "--spring.kafka.bootstrap-servers=" + kafka,
            "--spring.datasource.url=" + database,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres");
  }

  @AfterAll
  static void stop() {
    producer.close();
    service.close();
    BROKER.destroy();
  }

  private static Recording national() {
    return Objects.requireNonNull(RECORDING.opened.get("national/recording"));
  }

  private static String get(String path) {
    try (var client = HttpClient.newHttpClient()) {
      var port = service.getEnvironment().getRequiredProperty("local.server.port");
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void file(String key, byte @Nullable [] event) {
    try {
      producer.send(new ProducerRecord<>(ArticleTopics.ENRICHED, key, event)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ConsumerRecord<String, byte[]>> read(String topic) {
    var settings = new HashMap<String, Object>();
    settings.put("bootstrap.servers", BROKER.getBrokersAsString());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  private static List<Published> said(int number) {
    return read(ArticleTopics.PUBLISHED).stream()
        .filter(it -> uri(number).equals(it.key()))
        .map(it -> EventCodec.PUBLISHED.decode(it.value()))
        .toList();
  }

  @Test
  void aStoryWalksToItsSiteAndTheTopicHearsOfIt() {
    // When
    file(uri(1), story(1).bytes());

    // Then
    await().untilAsserted(() -> assertThat(national().shown).containsKey(uri(1)));
    await().untilAsserted(() -> assertThat(said(1)).isNotEmpty());
    assertThat(said(1).getLast().getState()).isEqualTo(StoryState.LIVE);
    await()
        .untilAsserted(
            () ->
                assertThat(get("/stories/" + uri(1)))
                    .contains("\"state\":\"LIVE\"")
                    .contains("\"url\":\"http://national.test/news/2026/11/20/")
                    .contains("\"outcome\":\"current\""));
    assertThat(get("/deliveries?site=national&state=live")).contains(uri(1));
    assertThat(get("/deliveries?state=asleep"))
        .startsWith("400")
        .contains("there is no state asleep");
    assertThat(get("/stories/urn:nobody")).startsWith("404");
    assertThat(get("/actuator/prometheus"))
        .contains("newsroom_deliveries_total{")
        .contains("newsroom_wire_to_live_seconds_count")
        .contains("newsroom_deliveries_oldest_due_seconds")
        .contains("newsroom_lag");
  }

  @Test
  void aKillIsCarriedAndSaid() {
    // Given
    file(uri(2), story(2).bytes());
    await().untilAsserted(() -> assertThat(national().shown).containsKey(uri(2)));

    // When
    file(uri(2), story(2).version(2).killed().bytes());

    // Then
    await().untilAsserted(() -> assertThat(national().shown).doesNotContainKey(uri(2)));
    await()
        .untilAsserted(() -> assertThat(said(2).getLast().getState()).isEqualTo(StoryState.KILLED));
  }

  @Test
  void whatCannotBeReadIsLaidAsideByteByByteAndHoldsUpNothing() {
    // Given
    var broken = new byte[] {1, 2, 3};

    // When
    file("some key", broken);
    file("empty", null);
    file(uri(3), story(3).bytes());

    // Then
    await().untilAsserted(() -> assertThat(national().shown).containsKey(uri(3)));
    await()
        .untilAsserted(
            () ->
                assertThat(read(ArticleTopics.ENRICHED_DEAD))
                    .anySatisfy(
                        letter -> {
                          assertThat(letter.key()).isEqualTo("some key");
                          assertThat(letter.value()).isEqualTo(broken);
                          assertThat(
                                  new String(
                                      letter.headers().lastHeader("origin-topic").value(), UTF_8))
                              .isEqualTo(ArticleTopics.ENRICHED);
                        })
                    .anySatisfy(letter -> assertThat(letter.value()).isNull()));
  }

  @Test
  void whatTheLedgerCanNeverHoldIsLaidAsideAndHoldsUpNothing() {
    // Given
    var fromTheFuture = story(4).created(Instant.parse("+300000-01-01T00:00:00Z")).bytes();

    // When
    file(uri(4), fromTheFuture);
    file(uri(5), story(5).bytes());

    // Then
    await().untilAsserted(() -> assertThat(national().shown).containsKey(uri(5)));
    await()
        .untilAsserted(
            () ->
                assertThat(read(ArticleTopics.ENRICHED_DEAD))
                    .anySatisfy(
                        letter -> {
                          assertThat(letter.value()).isEqualTo(fromTheFuture);
                          assertThat(
                                  new String(letter.headers().lastHeader("reason").value(), UTF_8))
                              .startsWith("the ledger cannot hold it");
                        }));
  }

  @Test
  void theWholeTopicAgainChangesNothing() {
    // Given
    for (int number = 10; number < 30; number++) {
      file(uri(number), story(number).bytes());
      file(uri(number), story(number).version(2).bytes());
    }
    await()
        .untilAsserted(
            () ->
                assertThat(national().shown.values())
                    .filteredOn(show -> show.mark().version() == 2)
                    .hasSizeGreaterThanOrEqualTo(20));
    int carried = national().carried.size();

    // When
    for (int number = 10; number < 30; number++) {
      file(uri(number), story(number).bytes());
      file(uri(number), story(number).version(2).bytes());
    }
    file(uri(31), story(31).bytes());
    await().untilAsserted(() -> assertThat(national().shown).containsKey(uri(31)));

    // Then
    assertThat(national().carried.stream().filter(it -> !it.uri().equals(uri(31))))
        .hasSize(carried);
  }
}
