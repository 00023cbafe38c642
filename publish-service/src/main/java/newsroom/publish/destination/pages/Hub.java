package newsroom.publish.destination.pages;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import newsroom.publish.destination.outbound.Passage;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a WebSub hub which feeds have changed. Nothing waits for it, and nothing is held up by it:
/// a hub that does not answer is told again when its feeds change again, or after a while.
final class Hub implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Hub.class);
  private static final Timeout PATIENCE = Timeout.ofSeconds(5);
  private static final Duration GATHER = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final Duration DEADLINE = Duration.ofSeconds(15);
  private static final Set<String> FEEDS = Set.of("feed.xml", "feed.json", "atom.xml");

  private final @Nullable URI address;
  private final Set<String> changed = new LinkedHashSet<>();
  private final @Nullable CloseableHttpClient http;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(2, Thread.ofVirtual().name("hub").factory());
  private boolean awaited;

  /// A hub.
  ///
  /// @param address null for a site that has none
  Hub(@Nullable URI address, Passage passage) {
    this.address = address;
    this.http = address == null ? null : client(passage);
    clock.setRemoveOnCancelPolicy(true);
  }

  private static CloseableHttpClient client(Passage passage) {
    var connection =
        ConnectionConfig.custom().setConnectTimeout(PATIENCE).setSocketTimeout(PATIENCE).build();
    return HttpClients.custom()
        .setConnectionManager(passage.connections(1).setDefaultConnectionConfig(connection).build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(PATIENCE).build())
        .setUserAgent("newsroom-websub/1.0")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /// Where it is; null where there is none.
  @Nullable String address() {
    return address == null ? null : address.toASCIIString();
  }

  /// A file of the site was written; the hub hears of it if it is a feed.
  void changed(URI site, String path) {
    if (http != null && FEEDS.contains(path.substring(path.lastIndexOf('/') + 1))) {
      note(List.of(site + path), GATHER);
    }
  }

  private synchronized void note(List<String> feeds, Duration after) {
    changed.addAll(feeds);
    if (!awaited && !clock.isShutdown()) {
      awaited = true;
      var _ = clock.schedule(this::tell, after.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private synchronized List<String> take() {
    awaited = false;
    var taken = List.copyOf(changed);
    changed.clear();
    return taken;
  }

  private void tell() {
    var feeds = take();
    try {
      int status = post(feeds);
      if (status < 200 || status > 299) {
        untold(feeds, "it answered " + status);
      }
    } catch (IOException | RuntimeException e) {
      untold(feeds, e.toString());
    }
  }

  private void untold(List<String> feeds, String reason) {
    log.atDebug().addKeyValue("hub", address).addKeyValue("reason", reason).log("hub not told");
    note(feeds, AGAIN);
  }

  private int post(List<String> feeds) throws IOException {
    if (http == null || address == null) {
      return 200;
    }
    var form = new ArrayList<BasicNameValuePair>();
    form.add(new BasicNameValuePair("hub.mode", "publish"));
    feeds.forEach(feed -> form.add(new BasicNameValuePair("hub.url", feed)));
    var request = new HttpPost(address);
    request.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
    var end = clock.schedule(request::abort, DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    // what the hub says beside its status is not read, however much it is
    try (var response = http.executeOpen(null, request, null)) {
      request.abort();
      return response.getCode();
    } finally {
      end.cancel(false);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    if (http != null) {
      http.close(CloseMode.IMMEDIATE);
    }
  }
}
