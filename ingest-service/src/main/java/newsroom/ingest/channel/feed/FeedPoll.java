package newsroom.ingest.channel.feed;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Polls one feed.
final class FeedPoll {

  private static final Logger log = LoggerFactory.getLogger(FeedPoll.class);

  private static final String CHANNEL = "feed";
  private static final Duration DESK_CLOSED = Duration.ofSeconds(5);

  private final FeedSettings.Feed feed;
  private final Fetching fetching;
  private final Cursors cursors;
  private final Desk desk;
  private final Clock clock;
  private boolean failing;

  FeedPoll(FeedSettings.Feed feed, Fetching fetching, Cursors cursors, Desk desk, Clock clock) {
    this.feed = feed;
    this.fetching = fetching;
    this.cursors = cursors;
    this.desk = desk;
    this.clock = clock;
  }

  /// Polls once.
  ///
  /// @return how long to wait before the next time
  Duration poll() {
    var cursor = cursors.of(feed);
    try {
      var fetched = fetching.fetch(cursor);
      recovered();
      return switch (fetched) {
        case Fetched.Unchanged() -> feed.every();
        case Fetched.Later(var pause) -> longer(pause, feed.every());
        case Fetched.Feed got -> take(got, cursor);
      };
    } catch (DeskClosed e) {
      log.atDebug().addKeyValue("feed", shown()).log("desk closed: {}", e.getMessage());
      return shorter(DESK_CLOSED, feed.every());
    } catch (IOException | RuntimeException e) {
      failed(e);
      goHome(cursor);
      return feed.every();
    }
  }

  private Duration take(Fetched.Feed got, Cursor cursor) throws IOException, DeskClosed {
    var wire =
        new Wire(feed.agency(), CHANNEL, shown(), got.charset(), got.content(), clock.instant());
    var sha256 = wire.sha256();
    if (!sha256.equals(cursor.sha256())) {
      desk.take(wire);
    }
    var next = new Cursor(feed.address(), got.movedTo(), got.etag(), got.lastModified(), sha256);
    if (!next.equals(cursor)) {
      cursors.keep(feed, next);
    }
    return feed.every();
  }

  private void goHome(Cursor cursor) {
    if (cursor.movedTo() == null) {
      return;
    }
    try {
      cursors.keep(feed, cursor.backHome());
    } catch (IOException e) {
      log.atDebug().setCause(e).log("the cursor of {} cannot be kept", shown());
    }
  }

  /// Once, until it recovers: a feed that is away for a night is one line and not a thousand.
  private void failed(Exception e) {
    log.atLevel(failing ? Level.DEBUG : Level.WARN)
        .addKeyValue("agency", feed.agency())
        .addKeyValue("feed", shown())
        .addKeyValue("reason", e.getMessage() == null ? e.toString() : e.getMessage())
        .log("feed cannot be polled");
    failing = true;
  }

  /// The feed's address without what may be secret in it: user, password, query.
  private String shown() {
    var address = feed.address();
    return address.getScheme()
        + "://"
        + address.getAuthority().replaceFirst("^.*@", "")
        + address.getPath();
  }

  private void recovered() {
    if (failing) {
      failing = false;
      log.atInfo()
          .addKeyValue("agency", feed.agency())
          .addKeyValue("feed", shown())
          .log("feed can be polled again");
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
