package newsroom.enrichment;

import static newsroom.enrichment.Copy.DAM;
import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.drafted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/// The service while Kafka is not there, comes, and goes.
class LateKafkaTest {

  @TempDir Path folder;

  private final HttpClient browser = HttpClient.newHttpClient();
  private ConfigurableApplicationContext service;
  private EmbeddedKafkaKraftBroker kafka;
  private int port;

  @BeforeEach
  void startAlone() throws IOException {
    port = freePort();
    kafka = new EmbeddedKafkaKraftBroker(1, 2);
    service =
        EnrichmentService.start(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=127.0.0.1:" + port,
            "--newsroom.enrichment.topics.partitions=2",
            "--newsroom.enrichment.morgue.folder=" + folder);
  }

  @AfterEach
  void stop() {
    service.close();
    kafka.destroy();
    browser.close();
  }

  @Test
  void itStartsBeforeKafkaAndTellsTheTruthAboutIt() throws Exception {
    // Then
    assertThat(health("/liveness")).isEqualTo(200);
    assertThat(health("/readiness")).isEqualTo(503);

    // When
    // else its address stays behind as a property of the JVM, and the next test finds a broker that
    // is gone
    kafka.brokerListProperty("newsroom.test.brokers");
    kafka.afterPropertiesSet();
    var servers = kafka.getBrokersAsString();
    int there = Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1));
    try (var _ = Relay.open(port, there)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> health("/readiness") == 200);

      // Then
      assertThat(health("")).isEqualTo(200);
      draft(there);
      assertThat(enriched(there)).isEqualTo(1);
    }

    // When
    kafka.destroy();

    // Then
    await().atMost(Duration.ofSeconds(10)).until(() -> health("/readiness") == 503);
    assertThat(health("/liveness")).isEqualTo(200);
  }

  private int health(String part) throws IOException, InterruptedException {
    var http = service.getEnvironment().getProperty("local.server.port");
    var address = URI.create("http://127.0.0.1:" + http + "/actuator/health" + part);
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
    return browser.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static void draft(int port) throws Exception {
    var story = article("dam", "Crack found in Torrevale dam", DAM).build();
    try (var agency =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + port),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var bytes = EventCodec.DRAFTED.encode(drafted(story));
      agency.send(new ProducerRecord<>(ArticleTopics.DRAFTED, "key", bytes)).get();
    }
  }

  private static int enriched(int port) {
    try (var reader =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", "127.0.0.1:" + port,
                "group.id", "test",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      reader.subscribe(List.of(ArticleTopics.ENRICHED));
      return await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> reader.poll(Duration.ofMillis(200)).count(), count -> count > 0);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
