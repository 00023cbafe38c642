package newsroom.publish.destination.cms;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Setback.Reach;
import newsroom.publish.destination.outbound.Guard;
import newsroom.publish.destination.outbound.Passage;
import newsroom.publish.destination.outbound.Trust;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/// Sends requests to one site, each within its time, whatever the site does with them. Redirects
/// are not followed, and nothing is tried twice.
public final class Line implements AutoCloseable {

  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final Timeout RESPONSE = Timeout.ofSeconds(20);
  private static final int MOST_READ = 8 * 1024 * 1024;

  private final String host;
  private final CloseableHttpClient http;
  private final ScheduledThreadPoolExecutor alarm =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("deadline").factory());

  /// A line.
  ///
  /// @param agent what we call ourselves
  /// @param concurrency connections at once
  public Line(String host, String agent, int concurrency, Passage passage) {
    this.host = host;
    this.alarm.setRemoveOnCancelPolicy(true);
    this.http = client(agent, passage, concurrency);
  }

  private static CloseableHttpClient client(String agent, Passage passage, int concurrency) {
    var connections =
        passage
            .connections(concurrency)
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
                .setConnectionRequestTimeout(RESPONSE)
                .build())
        .setUserAgent(agent)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /// What the site answers.
  ///
  /// @throws Setback where it does not
  public Answered send(HttpUriRequestBase request, Budget budget) throws Setback {
    request.setHeader("Accept", "application/json");
    // what a cache remembers of the site is no look at it
    request.setHeader("Cache-Control", "no-cache");
    var left = budget.left();
    var most = RESPONSE.toDuration();
    var time = left.compareTo(most) < 0 ? left : most;
    if (time.isZero()) {
      throw Setback.deferred(host + " was not done with this story in time");
    }
    var end = alarm.schedule(request::abort, time.toMillis(), TimeUnit.MILLISECONDS);
    try (var response = http.executeOpen(null, request, null)) {
      return answered(response, request);
    } catch (Guard.Forbidden e) {
      throw Setback.refused(String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      throw failed(e, request.isAborted(), time);
    } finally {
      end.cancel(false);
    }
  }

  private static Answered answered(ClassicHttpResponse response, HttpUriRequestBase request)
      throws IOException {
    var headers = new HashMap<String, String>();
    for (var header : response.getHeaders()) {
      if (header.getValue() != null) {
        headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
      }
    }
    return new Answered(response.getCode(), headers, body(response, request));
  }

  private static byte[] body(ClassicHttpResponse response, HttpUriRequestBase request)
      throws IOException {
    if (response.getEntity() == null) {
      return new byte[0];
    }
    var bytes = response.getEntity().getContent().readNBytes(MOST_READ + 1);
    if (bytes.length > MOST_READ) {
      request.abort();
      throw new IOException("the answer has no end");
    }
    return bytes;
  }

  private Setback failed(Exception e, boolean late, Duration time) {
    boolean never =
        e instanceof UnknownHostException
            || e instanceof ConnectException
            || e instanceof SSLHandshakeException
            || e instanceof Trust.Unusable;
    var said = new Transmission.Deferred(late ? late(time) : Passage.trouble(host, e), null);
    return new Setback(said, never ? Reach.STORY : Reach.UNKNOWN);
  }

  private String late(Duration time) {
    return host + " did not answer within " + Math.max(1, time.toSeconds()) + " s";
  }

  @Override
  public void close() {
    alarm.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }
}
