package newsroom.ingest.channel.feed;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import newsroom.ingest.channel.Addresses;
import newsroom.ingest.channel.Secret;
import newsroom.ingest.channel.web.Reply;
import newsroom.ingest.channel.web.RetryAfter;
import newsroom.ingest.channel.web.Web;
import newsroom.ingest.wire.DeclaredCharset;
import org.jspecify.annotations.Nullable;

/// Fetches one feed, if it has changed.
final class Fetching implements AutoCloseable {

  private static final int HOPS = 3;

  private final FeedSettings.Feed feed;
  private final Web web;
  private final Clock clock;

  Fetching(FeedSettings.Feed feed, Web web, Clock clock) {
    this.feed = feed;
    this.web = web;
    this.clock = clock;
  }

  /// Asks for what is new since the cursor.
  Fetched fetch(Cursor cursor) throws IOException {
    try (var trip = web.trip()) {
      return new Hops(cursor).make(trip);
    }
  }

  @Override
  public void close() {
    web.close();
  }

  private Map<String, String> headers(URI at, Cursor cursor) {
    var headers = new LinkedHashMap<String, String>();
    if (cursor.etag() != null) {
      headers.put("If-None-Match", cursor.etag());
    }
    if (cursor.lastModified() != null) {
      headers.put("If-Modified-Since", cursor.lastModified());
    }
    // a redirect must not carry the agency's password to somebody else
    if (Addresses.oneServer(feed.address(), at)) {
      feed.headers().forEach((name, value) -> headers.put(name, value.value()));
      if (feed.user() != null) {
        var login = feed.user() + ":" + Secret.of(feed.password());
        var coded = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        headers.put("Authorization", "Basic " + coded);
      }
    }
    return headers;
  }

  /// One poll, with its hops from address to address.
  private final class Hops {

    private final Cursor cursor;
    private URI at;
    private @Nullable URI movedTo;
    private boolean forGood = true;

    Hops(Cursor cursor) {
      this.cursor = cursor;
      this.at = cursor.current();
      this.movedTo = cursor.movedTo();
    }

    Fetched make(Web.Trip trip) throws IOException {
      for (int hop = 0; hop <= HOPS; hop++) {
        var fetched = answer(trip.get(at, headers(at, cursor)));
        if (fetched != null) {
          return fetched;
        }
      }
      throw new IOException("more than " + HOPS + " redirects");
    }

    /// Null when there is another hop to make.
    private @Nullable Fetched answer(Reply reply) throws IOException {
      return switch (reply.status()) {
        case 200 -> feed(reply);
        case 304 -> new Fetched.Unchanged();
        case 301, 308 -> hop(reply, true);
        case 302, 303, 307 -> hop(reply, false);
        case 401, 403 ->
            throw new IOException(
                "answered "
                    + reply.status()
                    + ": user, password or headers of this feed are wrong");
        case 410 -> gone();
        case 429, 503 -> new Fetched.Later(RetryAfter.of(reply, clock.instant()));
        default -> throw new IOException("answered " + reply.status());
      };
    }

    /// What is gone where the feed once moved to may still be at home.
    private Fetched gone() throws IOException {
      if (at.equals(cursor.movedTo())) {
        throw new IOException("answered 410 at " + Addresses.shown(at));
      }
      return new Fetched.Gone();
    }

    private @Nullable Fetched hop(Reply reply, boolean permanent) throws IOException {
      var location = reply.header("Location");
      if (location == null) {
        throw new IOException("redirects without saying where to");
      }
      var next = resolve(location);
      if (!Web.isWeb(next)
          || ("https".equalsIgnoreCase(at.getScheme())
              && !"https".equalsIgnoreCase(next.getScheme()))) {
        throw new IOException("redirects to " + Addresses.shown(next) + ", which is not followed");
      }
      at = next;
      // what comes after a passing redirect says nothing about where the feed lives
      forGood &= permanent;
      if (forGood) {
        movedTo = next;
      }
      return null;
    }

    private URI resolve(String location) throws IOException {
      try {
        return at.resolve(location.strip());
      } catch (IllegalArgumentException e) {
        throw new IOException("redirects to what is no address", e);
      }
    }

    /// What it calls itself does not matter: feeds come as `text/html` too.
    private Fetched feed(Reply reply) throws IOException {
      if (!reply.body().hasRemaining()) {
        throw new IOException("answered with nothing");
      }
      var type = reply.header("Content-Type");
      return new Fetched.Feed(
          reply.body(),
          DeclaredCharset.in(type),
          reply.header("ETag"),
          reply.header("Last-Modified"),
          movedTo);
    }
  }
}
