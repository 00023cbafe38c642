package newsroom.enrichment;

import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.gone;
import static newsroom.enrichment.Copy.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import newsroom.enrichment.morgue.Morgue;
import newsroom.schema.Article;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// The morgue across restarts: what it keeps, and when it reads the topic from the start.
@ExtendWith(OutputCaptureExtension.class)
class MorgueWalkTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String FROM_THE_START = "the morgue is read from the start";

  @TempDir Path folder;

  private EmbeddedKafkaKraftBroker kafka;
  private KafkaProducer<String, byte[]> publish;
  private ConfigurableApplicationContext service;

  @BeforeEach
  void startWithTwoStories() throws Exception {
    kafka = new EmbeddedKafkaKraftBroker(1, 2);
    // else its address stays behind as a property of the JVM, and the next test finds a broker that
    // is gone
    kafka.brokerListProperty("newsroom.test.brokers");
    kafka.afterPropertiesSet();
    publish =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.getBrokersAsString()),
            new StringSerializer(),
            new ByteArraySerializer());
    service = start();
    send(live(story("one")));
    send(live(story("two")));
    await().atMost(SOON).until(() -> documents() == 2);
    service.close();
  }

  @AfterEach
  void stop() {
    service.close();
    publish.close();
    kafka.destroy();
  }

  @Test
  void itGoesOnFromItsBookmarkAndMissesNothing(CapturedOutput output) throws Exception {
    // Given
    send(gone(story("one"), StoryState.KILLED));
    send(live(story("three")));
    send(live(story("four")));
    int before = output.getOut().length();

    // When
    service = start();

    // Then
    await().atMost(SOON).until(() -> documents() == 3);
    assertThat(output.getOut().substring(before)).doesNotContain(FROM_THE_START);
  }

  @Test
  void aDeletedFolderIsBuiltAgain(CapturedOutput output) throws Exception {
    // Given
    for (var file : files()) {
      Files.delete(file);
    }
    int before = output.getOut().length();

    // When
    service = start();

    // Then
    await().atMost(SOON).until(() -> documents() == 2);
    assertThat(output.getOut().substring(before)).contains(FROM_THE_START);
  }

  @Test
  void aDamagedIndexIsBuiltAgainAndSaysSo(CapturedOutput output) throws Exception {
    // Given
    for (var file : files()) {
      if (!file.toString().endsWith(".lock")) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }

    // When
    service = start();

    // Then
    await().atMost(SOON).until(() -> documents() == 2);
    assertThat(output.getOut()).contains("the index cannot be read and is built again");
  }

  @Test
  void aTopicMadeAgainIsReadFromItsStart(CapturedOutput output) throws Exception {
    // Given
    kafka.doWithAdmin(
        admin -> {
          try {
            admin.deleteTopics(List.of(ArticleTopics.PUBLISHED)).all().get(10, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
    int before = output.getOut().length();

    // When
    service = start();
    await().atMost(SOON).until(() -> output.getOut().substring(before).contains(FROM_THE_START));
    assertThat(output.getOut().substring(before)).contains("the old index answers");
    send(live(story("three")));

    // Then
    await().atMost(SOON).until(() -> documents() == 1);
  }

  @Test
  void whatItCannotReadDoesNotStopIt() throws Exception {
    // Given
    publish.send(new ProducerRecord<>(ArticleTopics.PUBLISHED, "x", new byte[] {9})).get();
    send(live(story("three")));

    // When
    service = start();

    // Then
    await().atMost(SOON).until(() -> documents() == 3);
  }

  private ConfigurableApplicationContext start() {
    return EnrichmentService.start(
        "--server.port=0",
        "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
        "--newsroom.enrichment.topics.partitions=2",
        "--newsroom.enrichment.morgue.folder=" + folder);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder.resolve("index"))) {
      return files.toList();
    }
  }

  private static Article story(String name) {
    return article(name, "Headline of " + name, "Text of " + name + ".").build();
  }

  private void send(Published event) throws Exception {
    var bytes = EventCodec.PUBLISHED.encode(event);
    publish
        .send(new ProducerRecord<>(ArticleTopics.PUBLISHED, event.getUri().toString(), bytes))
        .get();
  }

  private int documents() throws IOException {
    try {
      return service.getBean(Morgue.class).documents();
    } catch (IllegalStateException _) {
      return 0;
    }
  }
}
