package newsroom.ingest.channel.feed;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import newsroom.ingest.wire.DeclaredCharset;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Fetches feeds, if they have changed, within limits of size and time.
final class Fetching implements AutoCloseable {

  private static final int HOPS = 3;
  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final Duration LATER = Duration.ofMinutes(5);
  private static final Duration LATEST = Duration.ofDays(1);

  private final CloseableHttpClient client;
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("feed-alarm").factory());
  private final FeedSettings.Polling settings;
  private final Clock clock;

  Fetching(FeedSettings.Polling settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    var wait = Timeout.of(settings.timeout());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new OuterAddresses(settings.allowLoopback()))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(wait).build())
            .setMaxConnTotal(100)
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(wait).build())
            .setUserAgent("newsroom-ingest/1.0")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .evictIdleConnections(TimeValue.ofSeconds(30))
            .build();
  }

  static boolean isWeb(URI address) {
    return address.getHost() != null
        && ("http".equalsIgnoreCase(address.getScheme())
            || "https".equalsIgnoreCase(address.getScheme()));
  }

  /// Asks for what is new since the cursor.
  Fetched fetch(Cursor cursor) throws IOException {
    var trip = new Trip(cursor);
    var alarmed = alarm.schedule(trip::stop, settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return trip.make();
    } finally {
      alarmed.cancel(false);
    }
  }

  @Override
  public void close() throws IOException {
    alarm.shutdownNow();
    client.close();
  }

  /// One poll, with its hops from address to address.
  private final class Trip {

    private final Cursor cursor;
    private URI at;
    private @Nullable URI movedTo;
    private boolean forGood = true;
    private volatile @Nullable HttpGet under;
    private volatile boolean stopped;

    Trip(Cursor cursor) {
      this.cursor = cursor;
      this.at = cursor.current();
      this.movedTo = cursor.movedTo();
    }

    void stop() {
      stopped = true;
      var request = under;
      if (request != null) {
        request.cancel();
      }
    }

    Fetched make() throws IOException {
      for (int hop = 0; hop <= HOPS; hop++) {
        var request = new HttpGet(at);
        if (cursor.etag() != null) {
          request.setHeader(HttpHeaders.IF_NONE_MATCH, cursor.etag());
        }
        if (cursor.lastModified() != null) {
          request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, cursor.lastModified());
        }
        under = request;
        if (stopped) {
          throw new IOException("no whole answer within " + settings.timeout());
        }
        var fetched = client.execute(request, this::answer);
        if (fetched != null) {
          return fetched;
        }
      }
      throw new IOException("more than " + HOPS + " redirects");
    }

    /// Null when there is another hop to make.
    private @Nullable Fetched answer(ClassicHttpResponse response) throws IOException {
      return switch (response.getCode()) {
        case 200 -> feed(response);
        case 304 -> new Fetched.Unchanged();
        case 301, 308 -> hop(response, true);
        case 302, 303, 307 -> hop(response, false);
        case 429, 503 -> new Fetched.Later(pause(header(response, HttpHeaders.RETRY_AFTER)));
        default -> throw new IOException("answered " + response.getCode());
      };
    }

    private @Nullable Fetched hop(HttpResponse response, boolean permanent) throws IOException {
      var location = header(response, HttpHeaders.LOCATION);
      if (location == null) {
        throw new IOException("redirects without saying where to");
      }
      var next = resolve(location);
      if (!isWeb(next) || ("https".equals(at.getScheme()) && !"https".equals(next.getScheme()))) {
        throw new IOException("redirects to " + next + ", which is not followed");
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
        return at.resolve(location);
      } catch (IllegalArgumentException e) {
        throw new IOException("redirects to " + location + ", which is no address", e);
      }
    }

    private Fetched feed(ClassicHttpResponse response) throws IOException {
      var entity = response.getEntity();
      if (entity == null) {
        throw new IOException("answered with nothing");
      }
      var limit = (int) settings.maxSize().toBytes();
      var bytes = entity.getContent().readNBytes(limit + 1);
      if (bytes.length > limit) {
        // the rest is not wanted: closing the connection is cheaper than reading on
        stop();
        throw new IOException("has more than " + limit + " bytes");
      }
      if (bytes.length == 0) {
        throw new IOException("answered with nothing");
      }
      return new Fetched.Feed(
          ByteBuffer.wrap(bytes).asReadOnlyBuffer(),
          DeclaredCharset.in(entity.getContentType()),
          header(response, HttpHeaders.ETAG),
          header(response, HttpHeaders.LAST_MODIFIED),
          movedTo);
    }
  }

  private static @Nullable String header(HttpResponse response, String name) {
    var header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private Duration pause(@Nullable String retryAfter) {
    var asked = retryAfter == null ? LATER : asked(retryAfter.strip());
    return asked.isNegative() ? Duration.ZERO : asked.compareTo(LATEST) > 0 ? LATEST : asked;
  }

  private Duration asked(String retryAfter) {
    try {
      if (retryAfter.matches("\\d{1,9}")) {
        return Duration.ofSeconds(Long.parseLong(retryAfter));
      }
      var until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Duration.between(clock.instant(), until);
    } catch (DateTimeParseException e) {
      return LATER;
    }
  }
}
