package newsroom.ingest.channel.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// A web client that is never kept waiting, never filled up and never led inside.
public final class Web implements AutoCloseable {

  private static final Timeout CONNECT = Timeout.ofSeconds(5);

  /// What an answer may cost.
  ///
  /// @param allowLoopback whether servers on this machine may be asked
  /// @param maxSize the largest answer, unpacked
  /// @param timeout how long one trip may take in all
  public record Limits(boolean allowLoopback, DataSize maxSize, Duration timeout) {}

  private final Limits limits;
  private final ScheduledThreadPoolExecutor alarm =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("web-alarm").factory());
  private @Nullable CloseableHttpClient client;

  public Web(Limits limits) {
    this.limits = limits;
    // an alarm that is no longer needed would hold its trip until it rings
    this.alarm.setRemoveOnCancelPolicy(true);
  }

  /// Whether it is an address of the web.
  public static boolean isWeb(URI address) {
    return address.getHost() != null
        && address.getRawUserInfo() == null
        && ("http".equalsIgnoreCase(address.getScheme())
            || "https".equalsIgnoreCase(address.getScheme()));
  }

  /// One way there and back, over as many addresses as it takes, within the time limit.
  public Trip trip() {
    return new Trip();
  }

  /// Made when it is first needed: it is much to load for a start.
  private synchronized CloseableHttpClient client() {
    var made = client;
    if (made == null) {
      made = make(Timeout.of(limits.timeout()));
      client = made;
    }
    return made;
  }

  private CloseableHttpClient make(Timeout wait) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new OuterAddresses(limits.allowLoopback()))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(wait).build())
            .setMaxConnTotal(100)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(wait).build())
        .setUserAgent("newsroom-ingest/1.0")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .evictIdleConnections(TimeValue.ofSeconds(30))
        .build();
  }

  @Override
  public synchronized void close() {
    alarm.shutdownNow();
    if (client != null) {
      client.close(CloseMode.IMMEDIATE);
    }
  }

  /// Asks one address after the other until the time is over.
  public final class Trip implements AutoCloseable {

    private final Future<?> alarmed =
        alarm.schedule(this::stop, limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    private volatile @Nullable HttpGet under;
    private volatile boolean stopped;

    private Trip() {}

    /// Asks this address; follows no redirect.
    public Reply get(URI at, Map<String, String> headers) throws IOException {
      var request = new HttpGet(at);
      headers.forEach(request::setHeader);
      under = request;
      try {
        if (stopped) {
          throw late(null);
        }
        return client().execute(request, response -> reply(at, request, response));
      } catch (IOException | RuntimeException e) {
        if (stopped) {
          throw late(e);
        }
        throw e;
      }
    }

    private IOException late(@Nullable Exception cause) {
      return new IOException(
          "no whole answer within " + limits.timeout().toMillis() + " ms", cause);
    }

    private void stop() {
      stopped = true;
      var request = under;
      if (request != null) {
        request.cancel();
      }
    }

    @Override
    public void close() {
      alarmed.cancel(false);
    }
  }

  private Reply reply(URI at, HttpGet request, ClassicHttpResponse response) throws IOException {
    var headers = new LinkedHashMap<String, String>();
    for (var header : response.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    var body = new byte[0];
    if (response.getCode() == 200 && response.getEntity() != null) {
      var declared = response.getEntity().getContentType();
      headers.computeIfAbsent("content-type", _ -> declared);
      body = unpacked(read(response.getEntity().getContent(), request));
    }
    return new Reply(at, response.getCode(), headers, ByteBuffer.wrap(body).asReadOnlyBuffer());
  }

  private byte[] read(InputStream in, @Nullable HttpGet request) throws IOException {
    var limit = (int) limits.maxSize().toBytes();
    var bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      if (request != null) {
        // the rest is not wanted: closing the connection is cheaper than reading on
        request.cancel();
      }
      throw new IOException("has more than " + limit + " bytes");
    }
    return bytes;
  }

  /// Some servers pack a file on their disk and do not say so.
  private byte[] unpacked(byte[] bytes) throws IOException {
    if (bytes.length < 3 || bytes[0] != 0x1f || (bytes[1] & 0xff) != 0x8b || bytes[2] != 8) {
      return bytes;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return read(in, null);
    }
  }
}
