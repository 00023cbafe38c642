package newsroom.ingest.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import newsroom.ingest.FakeDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class FeedPollTests {

  private static final Duration EVERY = Duration.ofSeconds(60);
  private static final byte[] FEED = "<rss>Bridge opens</rss>".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final FakeDesk desk = new FakeDesk();
  private FeedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FeedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theSecondPollAsksOnlyForWhatIsNew() {
    // Given
    var modified = "Fri, 20 Nov 2026 09:00:00 GMT";
    server.answers(e -> FeedServer.answer(e, FEED, "ETag", "\"7\"", "Last-Modified", modified));
    poll("/rss");

    // When
    server.answers(e -> FeedServer.answer(e, 304));
    poll("/rss");

    // Then
    assertThat(server.lastHeader("If-None-Match")).isEqualTo("\"7\"");
    assertThat(server.lastHeader("If-Modified-Since")).isEqualTo(modified);
    assertThat(desk.taken()).hasSize(1);
  }

  @Test
  void aFeedThatHasNotChangedIsTakenOnceAlsoWithoutEtag() {
    server.answers(e -> FeedServer.answer(e, FEED));
    poll("/rss");
    poll("/rss");
    assertThat(desk.taken()).hasSize(1);
  }

  @Test
  void aPackedFeedIsUnpacked() {
    // Given
    server.answers(
        e ->
            FeedServer.answer(
                e, gzip(FEED), "Content-Encoding", "gzip", "Content-Type", "a/b; charset=latin1"));

    // When
    poll("/rss");

    // Then
    assertThat(desk.taken().getFirst().bytes()).isEqualTo(FEED);
    assertThat(desk.taken().getFirst().charset()).isEqualTo("latin1");
  }

  @Test
  void aBombIsNotUnpacked() {
    server.answers(
        e -> FeedServer.answer(e, gzip(new byte[10_000_000]), "Content-Encoding", "gzip"));
    assertThat(poll("/rss")).isEqualTo(EVERY);
    assertThat(desk.asked()).isZero();
  }

  @Test
  void aFeedThatDripsIsCutOff() {
    // Given
    server.answers(
        e -> {
          e.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            e.getResponseBody().write('x');
            e.getResponseBody().flush();
            LockSupport.parkNanos(100_000_000);
          }
        });

    // When
    var started = System.nanoTime();
    poll("/rss");

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    assertThat(desk.asked()).isZero();
  }

  @Test
  void aFeedThatMovedForGoodIsPolledAtItsNewPlace() {
    // Given
    server.answers(
        e -> {
          if (e.getRequestURI().getPath().equals("/old")) {
            FeedServer.answer(e, 301, "Location", "/new");
          } else {
            FeedServer.answer(e, FEED);
          }
        });

    // When
    poll("/old");
    poll("/old");

    // Then
    assertThat(server.paths()).containsExactly("/old", "/new", "/new");
    assertThat(desk.taken()).hasSize(1);
  }

  @Test
  void aCircleOfRedirectsEnds() {
    server.answers(e -> FeedServer.answer(e, 302, "Location", "/rss"));
    assertThat(poll("/rss")).isEqualTo(EVERY);
    assertThat(server.paths()).hasSize(4);
  }

  @Test
  void aRedirectToAnotherSchemeIsNotFollowed() {
    server.answers(e -> FeedServer.answer(e, 302, "Location", "file:///etc/passwd"));
    poll("/rss");
    assertThat(desk.asked()).isZero();
  }

  @Test
  void aBusyServerIsLeftAloneAsLongAsItAsks() {
    server.answers(e -> FeedServer.answer(e, 429, "Retry-After", "600"));
    assertThat(poll("/rss")).isEqualTo(Duration.ofMinutes(10));
    server.answers(e -> FeedServer.answer(e, 503, "Retry-After", "1"));
    assertThat(poll("/rss")).isEqualTo(EVERY);
    server.answers(e -> FeedServer.answer(e, 503, "Retry-After", "Fri, 20 Nov 2099 09:00:00 GMT"));
    assertThat(poll("/rss")).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aClosedDeskIsTriedAgainSoonAndTheFeedIsAskedInFull() {
    // Given
    server.answers(e -> FeedServer.answer(e, FEED, "ETag", "\"7\""));
    desk.close();

    // When
    var pause = poll("/rss");
    desk.open();
    poll("/rss");

    // Then
    assertThat(pause).isLessThan(EVERY);
    assertThat(server.lastHeader("If-None-Match")).isEqualTo("null");
    assertThat(desk.taken()).hasSize(1);
  }

  @Test
  void feedsOnThisMachineAreNotPolledUnlessTheyMay() {
    // Given
    server.answers(e -> FeedServer.answer(e, FEED));

    // When
    poll(server.at("/rss"), false);
    poll(URI.create(server.at("/rss").toString().replace("127.0.0.1", "localhost")), false);

    // Then
    assertThat(server.paths()).isEmpty();
    assertThat(desk.asked()).isZero();
  }

  private Duration poll(String path) {
    return poll(server.at(path), true);
  }

  private Duration poll(URI address, boolean allowLoopback) {
    var feed = new FeedSettings.Feed("wireone", address, EVERY);
    var polling =
        new FeedSettings.Polling(
            folder, allowLoopback, DataSize.ofMegabytes(1), Duration.ofSeconds(1));
    var cursors = new Cursors(folder, JsonMapper.builder().build());
    try (var fetching = new Fetching(polling, Clock.systemUTC())) {
      return new FeedPoll(feed, fetching, cursors, desk, Clock.systemUTC()).poll();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
