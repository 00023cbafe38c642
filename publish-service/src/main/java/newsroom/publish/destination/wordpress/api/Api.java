package newsroom.publish.destination.wordpress.api;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Line;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.outbound.Passage;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import tools.jackson.databind.JsonNode;

/// Sends requests to one site's REST API, whatever the site does with them.
public final class Api implements AutoCloseable {

  private final Login login;
  private final String authorization;
  private final Answers answers;
  private final Line line;
  private volatile boolean plugin = true;

  /// Where the site is, and who we are there.
  ///
  /// @param root the API's address: `https://site.example/wp-json/` or one that ends in
  ///     `?rest_route=/`
  public record Login(URI root, Passage passage, String user, String password, int concurrency) {

    /// Without the password.
    @Override
    public String toString() {
      return user + " at " + root.getHost();
    }
  }

  public Api(Clock clock, Login login) {
    this.login = login;
    var pair = login.user() + ":" + login.password();
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    this.answers = new Answers(clock, login.root().getHost());
    this.line =
        new Line(
            login.root().getHost(), "newsroom-wordpress/1.0", login.concurrency(), login.passage());
  }

  /// Whether the site has the newsroom's plugin, by its last answer.
  public boolean plugin() {
    return plugin;
  }

  /// What a site says that has no trash (`EMPTY_TRASH_DAYS` is 0), with status 501.
  public static final String NO_TRASH = "rest_trash_not_supported";

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
    var answered = line.send(request, budget);
    var reply = answers.read(answered);
    // what stands in for the site while it is ill knows nothing of its plugins
    plugin = answered.headers().containsKey("x-newsroom-plugin");
    return reply;
  }

  @Override
  public void close() {
    line.close();
  }
}
