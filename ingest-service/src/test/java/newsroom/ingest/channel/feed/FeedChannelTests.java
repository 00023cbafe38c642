package newsroom.ingest.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsroom.ingest.channel.ChannelContract;
import newsroom.ingest.channel.Rounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class FeedChannelTests extends ChannelContract {
  @TempDir Path folder;

  private FeedServer server;
  private Rounds feeds;

  @BeforeEach
  void start() throws IOException {
    server = new FeedServer();
    var feed =
        new FeedSettings.Feed(
            "wireone", server.at("/rss"), Duration.ofMillis(100), null, null, Map.of(), false);
    var polling =
        new FeedSettings.Polling(folder, true, DataSize.ofMegabytes(1), Duration.ofSeconds(5));
    var channel =
        new Feeds(
            new FeedSettings(List.of(feed), polling),
            desk,
            JsonMapper.builder().build(),
            Clock.systemUTC());
    feeds = new Rounds(List.of(channel), new SimpleMeterRegistry(), Clock.systemUTC());
    feeds.start();
  }

  @AfterEach
  void stop() {
    desk.release();
    feeds.stop();
    server.close();
  }

  @Override
  protected void bring(byte[] wire) {
    server.answers(
        exchange -> {
          if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            FeedServer.answer(exchange, 304);
          } else {
            FeedServer.answer(exchange, wire, "ETag", "\"1\"");
          }
        });
  }

  /// A feed hears nothing; that its cursor stands on the disk is what will not be asked for again.
  @Override
  protected boolean acknowledged() {
    try (var cursors = Files.list(folder)) {
      return cursors.anyMatch(file -> file.toString().endsWith(".json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected String channel() {
    return "feed";
  }

  @Test
  void whatWasTakenBeforeARestartIsNotTakenAgain() throws Exception {
    // Given
    bring("Bridge opens".getBytes(StandardCharsets.UTF_8));
    await().until(this::acknowledged);

    // When
    feeds.stop();
    feeds.start();
    await().until(() -> server.paths().size() > 5);

    // Then
    assertThat(desk.taken()).hasSize(1);
  }
}
