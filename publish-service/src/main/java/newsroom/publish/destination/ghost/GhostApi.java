package newsroom.publish.destination.ghost;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Answered;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Line;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.Setback.Reach;
import newsroom.publish.destination.outbound.Passage;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to one site's Admin API, and tells answers to one request from those that concern all.
final class GhostApi implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  // a person has to come first; asking more often only fills the site's log
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration CLOCKS = Duration.ofSeconds(30);

  private final Clock clock;
  private final Login login;
  private final Token token;
  private final Line line;
  private volatile Duration skew = Duration.ZERO;

  /// Where the site is, and who we are there.
  record Login(URI root, Passage passage, String id, String secret, int concurrency) {

    /// Without the secret.
    @Override
    public String toString() {
      return id + " at " + root.getHost();
    }
  }

  GhostApi(Clock clock, Login login) {
    this.clock = clock;
    this.login = login;
    this.token = new Token(login.id(), login.secret());
    this.line =
        new Line(
            login.root().getHost(), "newsroom-ghost/1.0", login.concurrency(), login.passage());
  }

  Reply get(String path, Map<String, String> query, Budget budget) throws Setback {
    return send(() -> new HttpGet(address(path, query)), budget);
  }

  Reply post(String path, Map<String, String> query, JsonNode body, Budget budget) throws Setback {
    return send(() -> holding(new HttpPost(address(path, query)), body), budget);
  }

  Reply put(String path, Map<String, String> query, JsonNode body, Budget budget) throws Setback {
    return send(() -> holding(new HttpPut(address(path, query)), body), budget);
  }

  Reply delete(String path, Budget budget) throws Setback {
    return send(() -> new HttpDelete(address(path, Map.of())), budget);
  }

  private static HttpUriRequestBase holding(HttpUriRequestBase request, JsonNode body) {
    request.setEntity(new StringEntity(body.toString(), ContentType.APPLICATION_JSON));
    return request;
  }

  private URI address(String path, Map<String, String> query) {
    var params =
        new TreeMap<>(query)
            .entrySet().stream()
                .map(
                    it ->
                        it.getKey()
                            + "="
                            + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    return URI.create(
        login.root() + "ghost/api/admin/" + path + (params.isEmpty() ? "" : "?" + params));
  }

  /// Once more where the site takes our token for an old one and says what time it is there:
  /// whose clock is wrong does not matter, and nothing was done.
  private Reply send(Supplier<HttpUriRequestBase> request, Budget budget) throws Setback {
    var answered = sent(request.get(), budget);
    var there = answered.date();
    if (answered.status() == 401 && there != null) {
      var apart = Duration.between(clock.instant(), there);
      if (apart.minus(skew).abs().compareTo(CLOCKS) > 0) {
        skew = apart;
        answered = sent(request.get(), budget);
      }
    }
    return read(answered);
  }

  private Answered sent(HttpUriRequestBase request, Budget budget) throws Setback {
    request.setHeader("Authorization", "Ghost " + token.at(clock.instant().plus(skew)));
    request.setHeader("Accept-Version", "v5.0");
    return line.send(request, budget);
  }

  private Reply read(Answered answered) throws Setback {
    var host = login.root().getHost();
    answered.checkNow(host, clock.instant());
    int status = answered.status();
    if (answered.redirects()) {
      throw site("redirects to " + answered.location() + ": say that address as url");
    }
    var reply = new Reply(status, json(answered), answered.date());
    if (status == 401) {
      throw site("takes our key no longer: check key, and that its integration exists");
    }
    if (status == 403) {
      throw site("does not let our key write posts: " + reply.complaint());
    }
    if (status == 406) {
      throw site("does not speak this version of its API: " + reply.complaint());
    }
    return reply;
  }

  private JsonNode json(Answered answered) throws Setback {
    if (answered.status() == 204) {
      return JSON.nullNode();
    }
    try {
      var json = JSON.readTree(answered.body());
      if (json.isObject() && (json.path("errors").isArray() || answered.status() < 300)) {
        return json;
      }
    } catch (JacksonException e) {
      // said below
    }
    throw site("answered " + answered.status() + " with no word of its Admin API: check url");
  }

  /// It concerns every story of the site.
  private Setback site(String what) {
    var pause = clock.instant().plus(PAUSE);
    var sentence = login.root().getHost() + " " + what;
    return new Setback(new Transmission.Deferred(sentence, pause), Reach.SITE);
  }

  @Override
  public void close() {
    line.close();
  }
}
