package newsroom.ingest.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import newsroom.ingest.FakeDesk;
import newsroom.ingest.channel.Bookmarks;
import newsroom.ingest.channel.Outcome;
import newsroom.ingest.channel.Secret;
import newsroom.ingest.channel.web.Web;
import newsroom.ingest.wire.DeskClosed;
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
  void stop() throws Exception {
    server.close();
  }

  @Test
  void theSecondPollAsksOnlyForWhatIsNew() throws Exception {
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
  void aFeedThatHasNotChangedIsTakenOnceAlsoWithoutEtag() throws Exception {
    server.answers(e -> FeedServer.answer(e, FEED));
    poll("/rss");
    poll("/rss");
    assertThat(desk.taken()).hasSize(1);
  }

  @Test
  void aPackedFeedIsUnpacked() throws Exception {
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
  void aBombIsNotUnpacked() throws Exception {
    server.answers(
        e -> FeedServer.answer(e, gzip(new byte[10_000_000]), "Content-Encoding", "gzip"));
    assertThat(trouble("/rss")).contains("more than 1048576 bytes");
    assertThat(desk.asked()).isZero();
  }

  @Test
  void aFeedThatDripsIsCutOff() throws Exception {
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
    assertThat(trouble("/rss")).contains("no whole answer");

    // Then
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    assertThat(desk.asked()).isZero();
  }

  @Test
  void aFeedThatMovedForGoodIsPolledAtItsNewPlace() throws Exception {
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
  void aCircleOfRedirectsEnds() throws Exception {
    server.answers(e -> FeedServer.answer(e, 302, "Location", "/rss"));
    assertThat(trouble("/rss")).contains("redirects");
    assertThat(server.paths()).hasSize(4);
  }

  @Test
  void aRedirectToAnotherSchemeIsNotFollowed() throws Exception {
    server.answers(e -> FeedServer.answer(e, 302, "Location", "file:///etc/passwd"));
    assertThat(trouble("/rss")).contains("not followed");
    assertThat(desk.asked()).isZero();
  }

  @Test
  void aBusyServerIsLeftAloneAsLongAsItAsks() throws Exception {
    server.answers(e -> FeedServer.answer(e, 429, "Retry-After", "600"));
    assertThat(poll("/rss")).isEqualTo(new Outcome.Later(Duration.ofMinutes(10)));
    server.answers(e -> FeedServer.answer(e, 503, "Retry-After", "1"));
    assertThat(poll("/rss")).isEqualTo(new Outcome.Later(EVERY));
    server.answers(e -> FeedServer.answer(e, 503, "Retry-After", "Fri, 20 Nov 2099 09:00:00 GMT"));
    assertThat(poll("/rss")).isEqualTo(new Outcome.Later(Duration.ofDays(1)));
  }

  @Test
  void aClosedDeskIsTriedAgainSoonAndTheFeedIsAskedInFull() throws Exception {
    // Given
    server.answers(e -> FeedServer.answer(e, FEED, "ETag", "\"7\""));
    desk.close();

    // When
    assertThatThrownBy(() -> poll("/rss")).isInstanceOf(DeskClosed.class);
    desk.open();
    poll("/rss");

    // Then
    assertThat(server.lastHeader("If-None-Match")).isEqualTo("null");
    assertThat(desk.taken()).hasSize(1);
  }

  @Test
  void feedsOnThisMachineAreNotPolledUnlessTheyMay() throws Exception {
    // Given
    server.answers(e -> FeedServer.answer(e, FEED));

    // When
    var byName = URI.create(server.at("/rss").toString().replace("127.0.0.1", "localhost"));
    assertThatThrownBy(() -> poll(server.at("/rss"), false)).hasMessageContaining("inner address");
    assertThatThrownBy(() -> poll(byName, false)).hasMessageContaining("inner address");

    // Then
    assertThat(server.paths()).isEmpty();
    assertThat(desk.asked()).isZero();
  }

  @Test
  void aFeedThatIsGoneIsNotAskedAgain() throws Exception {
    server.answers(e -> FeedServer.answer(e, 410));
    assertThat(poll("/rss")).isInstanceOf(Outcome.Gone.class);
  }

  @Test
  void aPackedFeedThatDoesNotSaySoIsUnpackedAndItsTypeDoesNotMatter() throws Exception {
    server.answers(e -> FeedServer.answer(e, gzip(FEED), "Content-Type", "image/png"));
    poll("/rss");
    assertThat(desk.taken().getFirst().bytes()).isEqualTo(FEED);
  }

  @Test
  void aDeflatedFeedIsUnpacked() throws Exception {
    // Given
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed)) {
      out.write(FEED);
    }
    server.answers(e -> FeedServer.answer(e, packed.toByteArray(), "Content-Encoding", "deflate"));

    // When
    poll("/rss");

    // Then
    assertThat(desk.taken().getFirst().bytes()).isEqualTo(FEED);
  }

  @Test
  void aFeedThatBreaksOffIsAskedInFullAgain() throws Exception {
    // Given
    server.answers(
        e -> {
          e.sendResponseHeaders(200, FEED.length);
          e.getResponseBody().write(FEED, 0, 5);
        });
    assertThatThrownBy(() -> poll("/rss")).isInstanceOf(IOException.class);

    // When
    server.answers(e -> FeedServer.answer(e, FEED));
    poll("/rss");

    // Then
    assertThat(desk.asked()).isEqualTo(1);
    assertThat(desk.taken().getFirst().bytes()).isEqualTo(FEED);
  }

  @Test
  void aFeedIsPolledAsRarelyAsItWantsWhereTheSettingsSaySo() throws Exception {
    var slow = "<rss><channel><ttl> 60 </ttl></channel></rss>".getBytes(StandardCharsets.UTF_8);
    server.answers(e -> FeedServer.answer(e, slow));
    assertThat(poll("/rss")).isEqualTo(new Outcome.Brought(1, EVERY));
    assertThat(poll(feed(server.at("/own"), true), true))
        .isEqualTo(new Outcome.Brought(1, Duration.ofHours(1)));
    server.answers(e -> FeedServer.answer(e, 304));
    assertThat(poll(feed(server.at("/own"), true), true))
        .isEqualTo(new Outcome.Brought(0, Duration.ofHours(1)));
  }

  @Test
  void passwordAndHeadersGoToTheFeedsOwnServerOnly() throws Exception {
    // Given
    try (var other = new FeedServer()) {
      other.answers(e -> FeedServer.answer(e, FEED));
      server.answers(e -> FeedServer.answer(e, 302, "Location", other.at("/rss").toString()));

      // When
      poll("/rss");

      // Then
      assertThat(server.lastHeader("Authorization")).isEqualTo("Basic bWU6aHVzaA==");
      assertThat(server.lastHeader("X-Api-Key")).isEqualTo("k");
      assertThat(other.lastHeader("Authorization")).isEqualTo("null");
      assertThat(other.lastHeader("X-Api-Key")).isEqualTo("null");
    }
  }

  private String trouble(String path) {
    try {
      return "none: " + poll(path);
    } catch (IOException | DeskClosed e) {
      return String.valueOf(e.getMessage());
    }
  }

  private Outcome poll(String path) throws IOException, DeskClosed {
    return poll(server.at(path), true);
  }

  private Outcome poll(URI address, boolean allowLoopback) throws IOException, DeskClosed {
    return poll(feed(address, false), allowLoopback);
  }

  private static FeedSettings.Feed feed(URI address, boolean heedTtl) {
    return new FeedSettings.Feed(
        "wireone",
        address,
        EVERY,
        "me",
        new Secret("hush"),
        Map.of("X-Api-Key", new Secret("k")),
        heedTtl);
  }

  private Outcome poll(FeedSettings.Feed feed, boolean allowLoopback)
      throws IOException, DeskClosed {
    var limits = new Web.Limits(allowLoopback, DataSize.ofMegabytes(1), Duration.ofSeconds(1));
    var cursors = new Bookmarks(folder, JsonMapper.builder().build());
    var clock = Clock.systemUTC();
    try (var fetching = new Fetching(feed, new Web(limits), clock)) {
      return new FeedPoll(feed, fetching, cursors, desk, clock).poll();
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
