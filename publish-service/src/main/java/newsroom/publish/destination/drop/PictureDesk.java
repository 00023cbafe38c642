package newsroom.publish.destination.drop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import newsroom.publish.destination.outbound.Guard;
import newsroom.publish.destination.outbound.Passage;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches pictures, from public addresses only and never more than the limit. A story does not
/// wait for a picture: one that cannot be had now stays an address.
public final class PictureDesk implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PictureDesk.class);
  private static final Timeout CONNECT = Timeout.ofSeconds(3);
  private static final Timeout ANSWER = Timeout.ofSeconds(5);
  private static final Duration DEADLINE = Duration.ofSeconds(8);
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "image/jpeg", "jpg",
          "image/jpg", "jpg",
          "image/png", "png",
          "image/gif", "gif",
          "image/webp", "webp",
          "image/avif", "avif",
          "image/tiff", "tif");

  private final CloseableHttpClient http;
  private final int limit;
  private final ScheduledThreadPoolExecutor alarm =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("picture deadline").factory());

  /// A picture desk.
  ///
  /// @param limit bytes
  public PictureDesk(Guard guard, int limit) {
    this.limit = limit;
    this.alarm.setRemoveOnCancelPolicy(true);
    var connection =
        ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(ANSWER).build();
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(guard)
            .setConnectionFactory(Passage.littleHeads())
            .setDefaultConnectionConfig(connection)
            .build();
    this.http =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(ANSWER)
                    .setConnectionRequestTimeout(CONNECT)
                    .build())
            .setUserAgent("newsroom-pictures/1.0")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /// A picture that was fetched.
  ///
  /// @param extension of the file, without a dot
  public record Print(ByteBuffer content, String extension) {}

  /// The picture at this address; null where it cannot be had.
  public @Nullable Print fetch(String address) {
    try {
      var request = new HttpGet(address);
      var end = alarm.schedule(request::abort, DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
      try (var response = http.executeOpen(null, request, null)) {
        var print = print(response);
        if (print == null) {
          request.abort();
        }
        return print;
      } finally {
        end.cancel(false);
      }
    } catch (IOException | RuntimeException e) {
      log.atDebug().addKeyValue("picture", address).setCause(e).log("picture not to be had");
      return null;
    }
  }

  private @Nullable Print print(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    var type = entity == null || entity.getContentType() == null ? "" : entity.getContentType();
    var extension = EXTENSIONS.get(type.replaceFirst(";.*", "").strip());
    if (response.getCode() != 200 || entity == null || extension == null) {
      return null;
    }
    var bytes = entity.getContent().readNBytes(limit + 1);
    return bytes.length == 0 || bytes.length > limit
        ? null
        : new Print(ByteBuffer.wrap(bytes), extension);
  }

  @Override
  public void close() {
    alarm.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }
}
