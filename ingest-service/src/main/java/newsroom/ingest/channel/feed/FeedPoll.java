package newsroom.ingest.channel.feed;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.Bookmarks;
import newsroom.ingest.channel.Outcome;
import newsroom.ingest.channel.Source;
import newsroom.ingest.wire.Desk;
import newsroom.ingest.wire.DeskClosed;
import newsroom.ingest.wire.Wire;

/// Polls one feed.
final class FeedPoll implements Source {

  private static final String CHANNEL = "feed";

  private final FeedSettings.Feed feed;
  private final Fetching fetching;
  private final Bookmarks cursors;
  private final Desk desk;
  private final Clock clock;

  FeedPoll(FeedSettings.Feed feed, Fetching fetching, Bookmarks cursors, Desk desk, Clock clock) {
    this.feed = feed;
    this.fetching = fetching;
    this.cursors = cursors;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public Label label() {
    return new Label(CHANNEL, feed.agency(), Addresses.shown(feed.address()));
  }

  @Override
  public Duration every() {
    return feed.every();
  }

  @Override
  public Outcome poll() throws IOException, DeskClosed {
    var cursor = cursor();
    return switch (fetch(cursor)) {
      case Fetched.Unchanged() -> new Outcome.Brought(0, next(cursor));
      case Fetched.Later(var pause) -> new Outcome.Later(longer(pause, feed.every()));
      case Fetched.Gone() -> new Outcome.Gone("answered 410: the feed is no more");
      case Fetched.Feed got -> take(got, cursor);
    };
  }

  @Override
  public void close() {
    fetching.close();
  }

  private Cursor cursor() {
    return cursors
        .find(feed.agency(), feed.address(), Cursor.class)
        .filter(kept -> feed.address().equals(kept.address()))
        .orElseGet(() -> Cursor.start(feed.address()));
  }

  private Fetched fetch(Cursor cursor) throws IOException {
    try {
      return fetching.fetch(cursor);
    } catch (IOException | RuntimeException e) {
      if (cursor.movedTo() != null) {
        keep(cursor.backHome());
      }
      throw e;
    }
  }

  private Outcome take(Fetched.Feed got, Cursor cursor) throws IOException, DeskClosed {
    var name = Addresses.shown(feed.address());
    var wire =
        new Wire(feed.agency(), CHANNEL, name, got.charset(), got.content(), clock.instant());
    var sha256 = wire.sha256();
    var changed = !sha256.equals(cursor.sha256());
    if (changed) {
      desk.take(wire);
    }
    var next =
        new Cursor(
            feed.address(),
            got.movedTo(),
            got.etag(),
            got.lastModified(),
            sha256,
            feed.heedTtl() ? OwnPace.in(got.content()) : null);
    if (!next.equals(cursor)) {
      keep(next);
    }
    return new Outcome.Brought(changed ? 1 : 0, next(next));
  }

  private void keep(Cursor cursor) throws IOException {
    cursors.keep(feed.agency(), feed.address(), cursor);
  }

  private Duration next(Cursor cursor) {
    return !feed.heedTtl() || cursor.rest() == null
        ? feed.every()
        : longer(feed.every(), Duration.ofSeconds(cursor.rest()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
