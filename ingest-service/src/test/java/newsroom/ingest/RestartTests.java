package newsroom.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// The same wires again, with a restart of the service and of the broker between.
class RestartTests {

  @TempDir Path folder;

  private TestBroker broker;
  private ConfigurableApplicationContext service;
  private Http http;

  @BeforeEach
  void start() {
    broker = new TestBroker(folder);
    broker.start();
    open();
  }

  @AfterEach
  void stop() {
    service.close();
    broker.close();
  }

  @Test
  void oneDraftPerVersionWhateverTheOrderAndWhateverRestarts() {
    // Given
    file(dated(1), dated(2), dated(3), undated("Ferry sails"), undated("Ferry stays"));

    // When
    service.close();
    open();
    file(dated(3), dated(1), undated("Ferry stays"), dated(2));
    broker.stop();
    broker.start();
    awaitReady();
    file(dated(2), undated("Ferry stays"), dated(1), dated(3));

    // Then
    assertThat(WalkTests.drafted(broker, "bridge-1")).hasSize(3);
    assertThat(WalkTests.drafted(broker, "ferry-1")).hasSize(2);
  }

  @Test
  void whatAFeedTakesBackAndSaysAgainIsDraftedAgainAfterARestartToo() {
    // Given
    file(undated("Ferry sails"), undated("Ferry stays"));

    // When
    service.close();
    open();
    file(undated("Ferry sails"));

    // Then
    assertThat(WalkTests.drafted(broker, "ferry-1"))
        .extracting(event -> event.getArticle().getHeadline().toString())
        .containsExactly("Ferry sails", "Ferry stays", "Ferry sails");
  }

  private void file(String... wires) {
    for (var wire : List.of(wires)) {
      assertThat(http.post("/wires/wireone", wire).statusCode()).isEqualTo(202);
    }
  }

  private static String dated(int version) {
    return "PLAIN\nguid: bridge-1\nversion: %d\ncreated: 2026-11-20T08:15:00Z\nheadline: Bridge %d\n"
        .formatted(version, version);
  }

  private static String undated(String headline) {
    return "PLAIN\nguid: ferry-1\nheadline: " + headline + "\n";
  }

  private void open() {
    service =
        IngestService.start(
            "--server.port=0",
            "--spring.kafka.bootstrap-servers=" + broker.address(),
            "--newsroom.ingest.topics.partitions=2",
            "--newsroom.ingest.spike.folder=" + folder.resolve("spike"),
            "--newsroom.ingest.drop-folder.folder=" + folder.resolve("wires"),
            "--newsroom.ingest.feed.folder=" + folder.resolve("feeds"));
    http = new Http(String.valueOf(service.getEnvironment().getProperty("local.server.port")));
    awaitReady();
  }

  private void awaitReady() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> http.get("/actuator/health/readiness").statusCode() == 200);
  }
}
