package newsroom.enrichment.morgue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The requests that the morgue makes of an OpenSearch.
final class OpenSearch implements AutoCloseable {

  /// Not of the index itself: what is not there is never made by writing to it, with fields of
  /// another form.
  static final String ONLY_WHERE_MADE = "require_alias=true";

  private static final JsonMapper JSON = new JsonMapper();
  private static final int CONFLICT = 409;
  private static final Duration SLOW = Duration.ofSeconds(60);

  /// The same copy of each shard answers every time: others may have counted other deleted stories.
  private static final String SAME_COPY = "preference=newsroom";

  private final OpenSearchSettings settings;
  private final String address;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(SLOW).build();
  private volatile @Nullable Float scale;

  OpenSearch(OpenSearchSettings settings) {
    this.settings = settings;
    this.address = settings.address().toString().replaceAll("/+$", "");
  }

  ObjectNode object() {
    return JSON.createObjectNode();
  }

  OpenSearchSettings settings() {
    return settings;
  }

  /// By how much its scores are greater: before version 3 it multiplied by a constant.
  float scale() {
    var known = scale;
    return known == null ? 1 : known;
  }

  /// Learns of its version.
  void greet() throws IOException {
    var version = ask("GET", "", null).whole().path("version").path("number").asString("3");
    scale = version.startsWith("1.") || version.startsWith("2.") ? Relevance.K1 + 1 : 1;
  }

  /// The document with this name, with what else is known of it.
  Optional<JsonNode> document(String index, String id) throws IOException {
    return ask("GET", index + "/_doc/" + escaped(id), null).document();
  }

  /// Does many things in one go. What is older than what is there is left out.
  ///
  /// @param lines as OpenSearch wants them, actions and documents
  void bulk(String index, List<ObjectNode> lines) throws IOException {
    var body = new StringBuilder();
    lines.forEach(line -> body.append(line).append('\n'));
    var path = index + "/_bulk?" + ONLY_WHERE_MADE;
    var answer = send("POST", path, body.toString()).whole();
    if (answer.path("errors").asBoolean(false)) {
      for (var item : answer.path("items")) {
        // under the name of the action
        for (var action : item) {
          if (action.has("error") && action.path("status").asInt(0) != CONFLICT) {
            throw new IOException("OpenSearch does not take a story: " + action);
          }
        }
      }
    }
  }

  void refresh(String index) throws IOException {
    send("POST", index + "/_refresh", null).whole();
  }

  int count(String index, ObjectNode query) throws IOException {
    return ask("POST", index + "/_count?" + SAME_COPY, query).whole().path("count").asInt(0);
  }

  /// The best answers of all shards, each word as rare as it is on all of them together.
  JsonNode search(String index, ObjectNode query) throws IOException {
    var how = "/_search?search_type=dfs_query_then_fetch&allow_partial_search_results=false&";
    return ask("POST", index + how + SAME_COPY, query).whole().path("hits").path("hits");
  }

  JsonNode termVectors(ObjectNode documents) throws IOException {
    return ask("POST", "_mtermvectors?" + SAME_COPY, documents).whole().path("docs");
  }

  /// Somebody waits for this.
  Reply ask(String method, String path, @Nullable ObjectNode body) throws IOException {
    return send(method, path, body == null ? null : body.toString(), settings.patience());
  }

  /// Nobody waits for this.
  Reply send(String method, String path, @Nullable String body) throws IOException {
    return send(method, path, body, SLOW);
  }

  private Reply send(String method, String path, @Nullable String body, Duration patience)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(address + "/" + path))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!settings.user().isEmpty()) {
      var who = settings.user() + ":" + settings.password();
      var encoded = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + encoded);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return Reply.of(path, response.statusCode(), response.body(), JSON);
    } catch (IOException e) {
      throw lost(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// Without its cause: a connection that ends early looks like a file that does, and a damaged
  /// index is taken away.
  private static IOException lost(IOException e) {
    var lost = new IOException("the connection to OpenSearch was lost: " + e);
    lost.addSuppressed(e);
    return lost;
  }

  static String escaped(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
