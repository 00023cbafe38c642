package newsroom.enrichment.morgue;

import java.io.EOFException;
import java.io.IOException;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The requests that the morgue makes of an OpenSearch.
final class OpenSearch implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int NOT_FOUND = 404;
  private static final Duration SLOW = Duration.ofSeconds(60);

  private final OpenSearchSettings settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(SLOW).build();
  private volatile @Nullable Float scale;

  OpenSearch(OpenSearchSettings settings) {
    this.settings = settings;
  }

  ObjectNode object() {
    return JSON.createObjectNode();
  }

  /// Makes the index where there is none.
  void make(String index) throws IOException {
    if (send("HEAD", index, null, SLOW).isPresent()) {
      return;
    }
    var made = object();
    fillSettings(made.putObject("settings"));
    fillMappings(made.putObject("mappings"));
    send("PUT", index, made.toString(), SLOW);
  }

  private void fillSettings(ObjectNode sets) {
    sets.put("number_of_shards", settings.shards()).put("number_of_replicas", settings.replicas());
    // told to refresh when something is to be findable
    sets.put("refresh_interval", "-1");
    var similarity = sets.putObject("similarity").putObject("morgue");
    similarity.put("type", "BM25").put("k1", Relevance.K1).put("b", Relevance.B);
    var analyzer = sets.putObject("analysis").putObject("analyzer").putObject("words");
    analyzer.put("type", "custom").put("tokenizer", "whitespace");
  }

  private static void fillMappings(ObjectNode mappings) {
    // of all else nothing is searched
    mappings.put("dynamic", "true");
    var properties = mappings.putObject("properties");
    properties.putObject("state").put("type", "keyword");
    properties.putObject("note").put("type", "object").put("enabled", false);
    for (var kept : Set.of("headline", "print", "gist", "meaning", "agency", "archive")) {
      properties
          .putObject(kept)
          .put("type", "keyword")
          .put("index", false)
          .put("doc_values", false);
    }
    for (var number : Set.of("time", "firstLive", "version", "created", "revision")) {
      properties.putObject(number).put("type", "long").put("index", false).put("doc_values", false);
    }
    var templates = mappings.putArray("dynamic_templates");
    for (var words : List.of("all", "title")) {
      var template = templates.addObject().putObject(words);
      template.put("path_match", words + ".*");
      template
          .putObject("mapping")
          .put("type", "text")
          .put("analyzer", "words")
          .put("similarity", "morgue")
          .put("index_options", "freqs");
    }
  }

  void delete(String index) throws IOException {
    send("DELETE", index, null, SLOW);
  }

  /// By how much its scores are greater: before version 3 it multiplied by a constant.
  float scale() {
    var known = scale;
    return known == null ? 1 : known;
  }

  /// Learns of its version.
  void greet() throws IOException {
    var version =
        send("GET", "", null, settings.patience())
            .map(answer -> answer.path("version").path("number").asString("3"))
            .orElse("3");
    scale = version.startsWith("1.") || version.startsWith("2.") ? Relevance.K1 + 1 : 1;
  }

  /// The document with this name.
  Optional<JsonNode> document(String index, String id) throws IOException {
    return send("GET", index + "/_doc/" + escaped(id), null, settings.patience())
        .map(answer -> answer.path("_source"));
  }

  void put(String index, String id, ObjectNode document) throws IOException {
    send("PUT", index + "/_doc/" + escaped(id), document.toString(), SLOW);
  }

  /// Does many things in one go.
  ///
  /// @param lines as OpenSearch wants them, actions and documents
  void bulk(String index, List<ObjectNode> lines) throws IOException {
    var body = new StringBuilder();
    lines.forEach(line -> body.append(line).append('\n'));
    var answer = send("POST", index + "/_bulk", body.toString(), SLOW).orElseThrow();
    if (answer.path("errors").asBoolean(false)) {
      for (var item : answer.path("items")) {
        // under the name of the action: index, or delete
        for (var action : item) {
          if (action.has("error") || action.path("status").asInt(0) >= 500) {
            throw new IOException("OpenSearch does not take a story: " + action);
          }
        }
      }
    }
  }

  void refresh(String index) throws IOException {
    send("POST", index + "/_refresh", null, SLOW);
  }

  int count(String index, String field, String value) throws IOException {
    var query = object();
    query.putObject("query").putObject("term").put(field, value);
    return send("POST", index + "/_count", query.toString(), settings.patience())
        .map(answer -> answer.path("count").asInt(0))
        .orElse(0);
  }

  JsonNode search(String index, ObjectNode query) throws IOException {
    return send("POST", index + "/_search", query.toString(), settings.patience()).orElseThrow();
  }

  /// How many documents have each of these words, in each of these fields, and how long those are.
  JsonNode wordCounts(String index, List<String> fields, List<String> words) throws IOException {
    var asked = object();
    var text = String.join(" ", words);
    var document = asked.putObject("doc");
    fields.forEach(field -> document.put(field, text));
    var which = asked.putArray("fields");
    fields.forEach(which::add);
    asked.put("term_statistics", true).put("field_statistics", true);
    asked.put("positions", false).put("offsets", false).put("payloads", false);
    return send("POST", index + "/_termvectors", asked.toString(), settings.patience())
        .map(answer -> answer.path("term_vectors"))
        .orElseThrow();
  }

  /// The answer; empty where there is no such thing.
  private Optional<JsonNode> send(
      String method, String path, @Nullable String body, Duration patience) throws IOException {
    var request =
        HttpRequest.newBuilder(settings.address().resolve("/" + path))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!settings.user().isEmpty()) {
      var who = settings.user() + ":" + settings.password();
      var encoded = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + encoded);
    }
    try {
      return answer(path, http.send(request.build(), BodyHandlers.ofString()));
    } catch (EOFException e) {
      throw lost(e);
    } catch (IOException e) {
      throw e.getCause() == null ? e : lost(e);
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

  private static Optional<JsonNode> answer(String path, HttpResponse<String> response)
      throws IOException {
    if (response.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    if (response.statusCode() >= 300) {
      var said = response.body().substring(0, Math.min(300, response.body().length()));
      throw new IOException(
          "OpenSearch says " + response.statusCode() + " to " + path + ": " + said);
    }
    return Optional.of(
        response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body()));
  }

  private static String escaped(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
