package newsroom.benchmark.fanout.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/// Posts what publish posted, from memory and without a ledger: with the same HTTP client, as many
/// at once, each site with connections of its own. Each line of its input says how many stories to
/// post to all sites. Arguments: file of [Posts], port, posts at once at one site.
public final class BareClient {

  private final List<List<Letterbox.Letter>> stories;
  private final String root;
  private final List<Site> sites = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private int next;

  private BareClient(List<List<Letterbox.Letter>> stories, int port, int concurrency) {
    this.stories = stories;
    this.root = "http://127.0.0.1:" + port + "/bare/";
    stories.getFirst().forEach(_ -> sites.add(new Site(concurrency)));
  }

  private record Site(CloseableHttpClient http, Semaphore room) {

    Site(int concurrency) {
      this(
          HttpClients.custom()
              .setConnectionManager(
                  PoolingHttpClientConnectionManagerBuilder.create()
                      .setMaxConnPerRoute(concurrency)
                      .setMaxConnTotal(concurrency)
                      .build())
              .disableRedirectHandling()
              .disableAutomaticRetries()
              .disableCookieManagement()
              .disableAuthCaching()
              .disableContentCompression()
              .build(),
          new Semaphore(concurrency));
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var port = Integer.parseInt(arguments[1]);
    var concurrency = Integer.parseInt(arguments[2]);
    var client = new BareClient(Posts.read(Path.of(arguments[0])), port, concurrency);
    try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        client.post(Integer.parseInt(line));
      }
    }
  }

  private void post(int many) throws InterruptedException {
    for (var sent = 0; sent < many; sent++) {
      var story = stories.get(next++ % stories.size());
      for (var number = 0; number < story.size(); number++) {
        var letter = story.get(number);
        var site = sites.get(number);
        site.room().acquire();
        threads.execute(() -> post(site, letter));
      }
    }
  }

  private void post(Site site, Letterbox.Letter letter) {
    var request = new HttpPost(root + letter.path());
    letter
        .head()
        .lines()
        .filter(line -> line.startsWith("webhook-") || line.startsWith("User-Agent"))
        .forEach(
            line -> {
              var colon = line.indexOf(':');
              request.setHeader(line.substring(0, colon), line.substring(colon + 1).strip());
            });
    request.setEntity(new ByteArrayEntity(letter.body(), ContentType.APPLICATION_JSON));
    try (var response = site.http().executeOpen(null, request, null)) {
      if (response.getCode() != 204) {
        throw new IllegalStateException("answered " + response.getCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a post failed", e);
    } finally {
      site.room().release();
    }
  }
}
