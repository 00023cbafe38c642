package newsroom.publish.destination.wordpress.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.webhook.Guard;
import newsroom.publish.destination.wordpress.api.Setback.Reach;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import tools.jackson.databind.JsonNode;

/// Sends requests to one site's REST API, whatever the site does with them.
public final class Api implements AutoCloseable {

  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final Timeout RESPONSE = Timeout.ofSeconds(20);
  private static final int MOST_READ = 8 * 1024 * 1024;

  private final Login login;
  private final String authorization;
  private final Answers answers;
  private final CloseableHttpClient http;
  private final ScheduledThreadPoolExecutor alarm =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("deadline").factory());
  private volatile boolean plugin = true;

  /// Where the site is, and who we are there.
  ///
  /// @param root the API's address: `https://site.example/wp-json/` or one that ends in
  ///     `?rest_route=/`
  public record Login(URI root, String user, String password, int concurrency) {

    /// Without the password.
    @Override
    public String toString() {
      return user + " at " + root.getHost();
    }
  }

  public Api(Clock clock, Login login, Guard guard) {
    this.login = login;
    var pair = login.user() + ":" + login.password();
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    this.answers = new Answers(clock, login.root().getHost());
    this.alarm.setRemoveOnCancelPolicy(true);
    this.http = client(guard, login.concurrency());
  }

  private static CloseableHttpClient client(Guard guard, int concurrency) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(guard)
            .setMaxConnPerRoute(concurrency)
            .setMaxConnTotal(concurrency)
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
        .setUserAgent("newsroom-wordpress/1.0")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /// Whether the site has the newsroom's plugin, by its last answer.
  public boolean plugin() {
    return plugin;
  }

  /// The account may not write posts at all.
  public Setback barred() {
    return answers.site("does not let our account write: it must be an author or an editor");
  }

  public Reply get(String path, Map<String, String> query, Budget budget) throws Setback {
    return send(new HttpGet(address(path, query)), budget);
  }

  public Reply post(String path, JsonNode body, Budget budget) throws Setback {
    return post(path, new StringEntity(body.toString(), ContentType.APPLICATION_JSON), budget);
  }

  public Reply post(String path, HttpEntity body, Budget budget) throws Setback {
    var request = new HttpPost(address(path, Map.of()));
    request.setEntity(body);
    return send(request, budget);
  }

  /// Deletes, or puts into the trash where `force` is not said.
  public Reply delete(String path, boolean force, Budget budget) throws Setback {
    var query = force ? Map.of("force", "true") : Map.<String, String>of();
    return send(new HttpDelete(address(path, query)), budget);
  }

  private URI address(String path, Map<String, String> query) {
    var text = login.root() + "wp/v2/" + path;
    var params =
        new TreeMap<>(query)
            .entrySet().stream()
                .map(
                    it ->
                        it.getKey()
                            + "="
                            + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    var join = params.isEmpty() ? "" : text.indexOf('?') < 0 ? "?" : "&";
    return URI.create(text + join + params);
  }

  private Reply send(HttpUriRequestBase request, Budget budget) throws Setback {
    request.setHeader("Authorization", authorization);
    request.setHeader("Accept", "application/json");
    // what a cache remembers of the site is no look at it
    request.setHeader("Cache-Control", "no-cache");
    var left = budget.left();
    var most = RESPONSE.toDuration();
    var time = left.compareTo(most) < 0 ? left : most;
    if (time.isZero()) {
      throw Setback.deferred(host() + " was not done with this story in time");
    }
    var end = alarm.schedule(request::abort, time.toMillis(), TimeUnit.MILLISECONDS);
    try (var response = http.executeOpen(null, request, null)) {
      var reply = answers.read(response, body(response, request));
      // what stands in for the site while it is ill knows nothing of its plugins
      plugin = response.containsHeader("X-Newsroom-Plugin");
      return reply;
    } catch (Guard.Forbidden e) {
      throw Setback.refused(String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      throw failed(e, request.isAborted(), time);
    } finally {
      end.cancel(false);
    }
  }

  private byte[] body(ClassicHttpResponse response, HttpUriRequestBase request) throws IOException {
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
    boolean never = e instanceof UnknownHostException || e instanceof ConnectException;
    var said = new Transmission.Deferred(late ? late(time) : reason(e), null);
    return new Setback(said, never ? Reach.STORY : Reach.UNKNOWN);
  }

  private String late(Duration time) {
    return host() + " did not answer within " + Math.max(1, time.toSeconds()) + " s";
  }

  private String reason(Exception e) {
    return switch (e) {
      case UnknownHostException _ -> host() + " has no address";
      case ConnectException _ -> host() + " cannot be reached: " + e.getMessage();
      case InterruptedIOException _ -> host() + " did not answer in time";
      case SSLException _ -> host() + " has trouble with TLS: " + e.getMessage();
      default -> host() + " broke off: " + e;
    };
  }

  private String host() {
    return login.root().getHost();
  }

  @Override
  public void close() {
    alarm.shutdownNow();
    http.close(CloseMode.IMMEDIATE);
  }
}
