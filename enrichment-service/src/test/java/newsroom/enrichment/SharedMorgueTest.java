package newsroom.enrichment;

import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.gone;
import static newsroom.enrichment.Copy.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import newsroom.enrichment.broker.Precondition;
import newsroom.enrichment.morgue.Morgue;
import newsroom.schema.Article;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// Two instances with one morgue, in an OpenSearch.
@ExtendWith(OutputCaptureExtension.class)
class SharedMorgueTest {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String FROM_THE_START = "the morgue is read from the start";
  private static final String INDEX = "two-instances";

  @TempDir Path folder;

  private URI openSearch;
  private EmbeddedKafkaKraftBroker kafka;
  private KafkaProducer<String, byte[]> producer;
  private ConfigurableApplicationContext one;
  private ConfigurableApplicationContext two;

  /// Here, as what comes after each test is done even where what comes before it says that there is
  /// none.
  @BeforeAll
  static void needOpenSearch() {
    OpenSearchNode.address();
  }

  @BeforeEach
  void startTwo() throws Exception {
    openSearch = OpenSearchNode.address();
    kafka = new EmbeddedKafkaKraftBroker(1, 2);
    // by default a property of the whole JVM, which later tests would find
    kafka.brokerListProperty("newsroom.test.brokers");
    kafka.afterPropertiesSet();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.getBrokersAsString(), "metadata.max.age.ms", "1000"),
            new StringSerializer(),
            new ByteArraySerializer());
    one = start("one");
    two = start("two");
  }

  @AfterEach
  void stop() throws Exception {
    two.close();
    one.close();
    producer.close();
    kafka.destroy();
    for (var index : say("GET", "_cat/indices/" + INDEX + "*?h=index").lines().toList()) {
      say("DELETE", index);
    }
  }

  @Test
  void oneFillsItBothAnswerAndTheOtherGoesOnWhenItStops(CapturedOutput output) throws Exception {
    // When
    for (int i = 0; i < 20; i++) {
      send(live(story(i)));
    }

    // Then
    await().atMost(SOON).until(() -> documents(one) == 20 && documents(two) == 20);
    await().atMost(SOON).until(() -> isReady(one) && isReady(two));
    assertThat(output.getOut()).containsOnlyOnce(FROM_THE_START);

    // When
    one.close();
    send(gone(story(3), StoryState.KILLED));
    send(live(story(20)));
    send(live(story(21)));

    // Then
    await().atMost(SOON).until(() -> documents(two) == 21);

    // When
    one = start("one");
    two.close();
    send(gone(story(20), StoryState.KILLED));

    // Then
    await().atMost(SOON).until(() -> documents(one) == 20);
    assertThat(output.getOut()).containsOnlyOnce(FROM_THE_START);
    assertThat(say("GET", "_cat/indices/" + INDEX + "-f*?h=index").strip()).doesNotContain("\n");
  }

  @Test
  void aKillCountsThoughTheTopicHasGotMorePartitionsSince() throws Exception {
    // Given
    for (int i = 0; i < 20; i++) {
      send(live(story(i)));
    }
    await().atMost(SOON).until(() -> documents(one) == 20);
    one.close();
    two.close();

    // When most stories begin anew in another partition
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.getBrokersAsString()))) {
      var more = Map.of(ArticleTopics.PUBLISHED, NewPartitions.increaseTo(7));
      admin.createPartitions(more).all().get();
      await().until(() -> producer.partitionsFor(ArticleTopics.PUBLISHED).size() == 7);
    }
    for (int i = 0; i < 19; i++) {
      send(gone(story(i), StoryState.KILLED));
    }
    one = start("one");

    // Then
    await().atMost(SOON).until(() -> documents(one) == 1);
  }

  private void send(Published event) throws Exception {
    var bytes = EventCodec.PUBLISHED.encode(event);
    var uri = event.getUri().toString();
    producer.send(new ProducerRecord<>(ArticleTopics.PUBLISHED, uri, bytes)).get();
  }

  private static Article story(int number) {
    return article("story" + number, "Headline " + number, "Text of " + number + ".").build();
  }

  private static boolean isReady(ConfigurableApplicationContext service) {
    return service.getBean(Precondition.class).met();
  }

  private static int documents(ConfigurableApplicationContext service) {
    try {
      return service.getBean(Morgue.class).documents();
    } catch (IllegalStateException | IOException _) {
      // not there yet
      return 0;
    }
  }

  private String say(String method, String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(openSearch + "/" + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString()).body();
    }
  }

  private ConfigurableApplicationContext start(String name) {
    return EnrichmentService.start(
        "--server.port=0",
        "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
        "--newsroom.enrichment.topics.partitions=2",
        "--newsroom.enrichment.morgue.kind=opensearch",
        "--newsroom.enrichment.morgue.opensearch.address=" + openSearch,
        "--newsroom.enrichment.morgue.opensearch.index=" + INDEX,
        "--newsroom.enrichment.morgue.folder=" + folder.resolve(name));
  }
}
