package newsroom.publish.destination.webhook;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.outbound.Guard;
import newsroom.publish.destination.outbound.Passage;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/// Sends one letter over HTTP within a deadline, whatever the receiver does.
final class Post implements AutoCloseable {

  static final Duration DEADLINE = Duration.ofSeconds(30);

  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  // the deadline of the whole ends what dribbles; this ends what says nothing at all
  private static final Timeout RESPONSE = Timeout.ofSeconds(30);
  private static final int MOST_READ = 64 * 1024;

  private final Clock clock;
  private final URI url;
  private final Duration deadline;
  private final CloseableHttpClient http;
  private final ScheduledThreadPoolExecutor alarm =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("deadline").factory());

  Post(Clock clock, WebhookSettings settings) {
    this(clock, settings, DEADLINE);
  }

  Post(Clock clock, WebhookSettings settings, Duration deadline) {
    this.clock = clock;
    this.url = settings.url();
    this.deadline = deadline;
    // an alarm that is no longer needed would hold its request, body and all, until it rings
    this.alarm.setRemoveOnCancelPolicy(true);
    this.http = client(settings);
  }

  /// A signed body.
  record Letter(String id, long seconds, String signature, String body) {}

  private static CloseableHttpClient client(WebhookSettings settings) {
    var connections =
        settings
            .passage()
            .connections(settings.concurrency())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT)
                    .setSocketTimeout(RESPONSE)
                    .build())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(RESPONSE)
                .setConnectionRequestTimeout(CONNECT)
                .build())
        .setUserAgent("newsroom-webhook/1.0")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  Transmission send(Letter letter) {
    var request = new HttpPost(url);
    request.setHeader("webhook-id", letter.id());
    request.setHeader("webhook-timestamp", letter.seconds());
    request.setHeader("webhook-signature", letter.signature());
    request.setEntity(
        new ByteArrayEntity(
            letter.body().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
    var end = alarm.schedule(request::abort, deadline.toMillis(), TimeUnit.MILLISECONDS);
    Transmission said = null;
    try (var response = http.executeOpen(null, request, null)) {
      said = answer(response);
      if (!readToEnd(response)) {
        request.abort();
      }
      return said;
    } catch (Guard.Forbidden e) {
      return new Transmission.Refused(String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      // the status is the answer, even where the rest of it breaks off
      return said == null ? new Transmission.Deferred(reason(e, request.isAborted()), null) : said;
    } finally {
      end.cancel(false);
    }
  }

  private Transmission answer(ClassicHttpResponse response) {
    var retryAfter = response.getFirstHeader("Retry-After");
    return Answer.of(
        response.getCode(), retryAfter == null ? null : retryAfter.getValue(), clock.instant());
  }

  /// What is read to its end leaves a connection that can be used again. The stream is not closed
  /// here: closing would read on, however much there is.
  private static boolean readToEnd(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return true;
    }
    var in = response.getEntity().getContent();
    var buffer = new byte[8192];
    for (int left = MOST_READ; left > 0; ) {
      int read = in.read(buffer);
      if (read < 0) {
        return true;
      }
      left -= read;
    }
    return false;
  }

  private String reason(Exception e, boolean late) {
    var host = url.getHost();
    return late
        ? host + " did not answer within " + deadline.toSeconds() + " s"
        : Passage.trouble(host, e);
  }

  @Override
  public void close() {
    alarm.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }
}
