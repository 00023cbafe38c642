package newsroom.publish;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class StartTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;

  private static int status(ConfigurableApplicationContext service, String path) {
    var port = service.getEnvironment().getRequiredProperty("local.server.port");
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void readiness(ConfigurableApplicationContext service, int status, int seconds) {
    await()
        .atMost(Duration.ofSeconds(seconds))
        .untilAsserted(
            () -> assertThat(status(service, "/actuator/health/readiness")).isEqualTo(status));
  }

  @Test
  void kafkaAndPostgresMayComeLateAndGoAndComeBack()
      throws IOException, ExecutionException, InterruptedException {
    // Given
    int databasePort = LateBroker.freePort();
    var url = "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres?user=postgres";
    try (var kafka = new LateBroker(Files.createDirectory(folder.resolve("kafka")));
        var service = PublishTests.started(folder, kafka.address(), url)) {

      // Then
      assertThat(status(service, "/actuator/health/liveness")).isEqualTo(200);
      assertThat(status(service, "/actuator/health")).isEqualTo(503);
      assertThat(status(service, "/actuator/health/readiness")).isEqualTo(503);

      // When
      kafka.start();
      try (var _ = EmbeddedPostgres.builder().setPort(databasePort).start()) {

        // Then
        readiness(service, 200, 30);
        kafka.stop();
        readiness(service, 503, 10);
        assertThat(status(service, "/actuator/health/liveness")).isEqualTo(200);
        kafka.start();
        readiness(service, 200, 30);
        walk(kafka);
      }
      readiness(service, 503, 10);
    }
  }

  private static void walk(LateBroker kafka) throws ExecutionException, InterruptedException {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.address()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(ArticleTopics.ENRICHED, uri(1), story(1).bytes())).get();
    }
    var national = Objects.requireNonNull(PublishTests.RECORDING.opened.get("national/recording"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(national.shown).containsKey(uri(1)));
  }
}
