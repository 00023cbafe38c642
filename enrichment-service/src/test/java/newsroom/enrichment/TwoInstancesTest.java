package newsroom.enrichment;

import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.drafted;
import static newsroom.enrichment.Copy.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.enrichment.morgue.Morgue;
import newsroom.schema.Article;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// How enrichment scales out: each instance has a whole morgue of its own, and they share out the
/// drafted stories.
class TwoInstancesTest {

  private static final Duration SOON = Duration.ofSeconds(90);

  @TempDir Path folder;

  private EmbeddedKafkaKraftBroker kafka;
  private KafkaProducer<String, byte[]> producer;
  private KafkaConsumer<String, byte[]> enriched;
  private ConfigurableApplicationContext one;
  private ConfigurableApplicationContext two;

  @BeforeEach
  void startTwo() {
    kafka = new EmbeddedKafkaKraftBroker(1, 4);
    // by default a property of the whole JVM, which later tests would find
    kafka.brokerListProperty("newsroom.test.brokers");
    kafka.afterPropertiesSet();
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.getBrokersAsString());
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    one = start("one");
    two = start("two");
    var reading = new HashMap<>(settings);
    reading.putAll(Map.of("group.id", "test", "auto.offset.reset", "earliest"));
    enriched = new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
    enriched.subscribe(List.of(ArticleTopics.ENRICHED));
  }

  @AfterEach
  void stop() {
    one.close();
    two.close();
    producer.close();
    enriched.close();
    kafka.destroy();
  }

  @Test
  void theyShareTheStoriesAndTheOtherTakesAllWhenOneStops() throws Exception {
    // Given
    for (int i = 0; i < 20; i++) {
      send(ArticleTopics.PUBLISHED, i, EventCodec.PUBLISHED.encode(live(story(i))));
    }
    await().atMost(SOON).until(() -> documents(one) == 20 && documents(two) == 20);

    // When both are there
    var seen = new HashMap<String, Integer>();
    int sent = 0;
    while (count(one) == 0 || count(two) == 0) {
      // until partitions are dealt out
      draft(sent, sent + 20);
      sent += 20;
      awaitEnriched(seen, sent);
      awaitCounted(sent);
    }

    // Then
    assertThat(seen.values()).containsOnly(1);

    // When one is left
    one.close();
    double before = count(two);
    draft(sent, sent + 40);
    awaitEnriched(seen, sent + 40);

    // Then
    await().atMost(SOON).until(() -> count(two) - before >= 40);
    assertThat(count(two) - before).isEqualTo(40);
    assertThat(seen.values()).containsOnly(1);
  }

  private void draft(int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      send(ArticleTopics.DRAFTED, i, EventCodec.DRAFTED.encode(drafted(story(i))));
    }
  }

  private void awaitEnriched(Map<String, Integer> seen, int stories) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              enriched
                  .poll(Duration.ofMillis(100))
                  .forEach(event -> seen.merge(event.key(), 1, Integer::sum));
              return seen.size() >= stories;
            });
  }

  /// What is enriched is counted a moment after everybody can read it.
  private void awaitCounted(int stories) {
    await().atMost(SOON).until(() -> count(one) + count(two) >= stories);
  }

  private void send(String topic, int number, byte[] bytes) throws Exception {
    producer.send(new ProducerRecord<>(topic, story(number).getUri().toString(), bytes)).get();
  }

  private static Article story(int number) {
    return article("story" + number, "Headline " + number, "Text of " + number + ".").build();
  }

  private static double count(ConfigurableApplicationContext service) {
    return service.getBean(MeterRegistry.class).counter("newsroom.enriched").count();
  }

  private static int documents(ConfigurableApplicationContext service) throws IOException {
    try {
      return service.getBean(Morgue.class).documents();
    } catch (IllegalStateException _) {
      return 0;
    }
  }

  private ConfigurableApplicationContext start(String name) {
    return EnrichmentService.start(
        "--server.port=0",
        "--spring.kafka.bootstrap-servers=" + kafka.getBrokersAsString(),
        "--newsroom.enrichment.topics.partitions=4",
        "--newsroom.enrichment.morgue.folder=" + folder.resolve(name));
  }
}
