package newsroom.local.filing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files wires at one newsroom's front door.
public final class Filer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI ingest;
  private final @Nullable String token;

  /// @param ingest the address of the ingest service, ends in `/`
  /// @param token where ingest asks for one
  public Filer(URI ingest, @Nullable String token) {
    this.ingest = ingest;
    this.token = token;
  }

  /// Brings one wire and waits for the answer.
  public Filed file(String agency, String name, byte[] wire)
      throws IOException, InterruptedException {
    var address = ingest.resolve("wires/" + URLEncoder.encode(agency, StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", contentType(name))
            .POST(HttpRequest.BodyPublishers.ofByteArray(wire));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return read(http.send(request.build(), BodyHandlers.ofString()));
    } catch (ConnectException e) {
      return new Filed.Declined("no newsroom answers at " + ingest, true);
    }
  }

  /// No charset: a file does not say in what it was written, and the newsroom finds out.
  private static String contentType(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".json")
        ? "application/json"
        : lower.endsWith(".xml") ? "application/xml" : "application/octet-stream";
  }

  private static Filed read(HttpResponse<String> response) {
    var answer = json(response.body());
    // a wire that cannot be read is answered 422, but it was taken: it lies on the spike
    if (response.statusCode() / 100 == 2 || answer.has("spiked")) {
      return new Filed.Taken(
          stream(answer.path("stories")).map(Filer::story).toList(),
          stream(answer.path("spiked")).map(part -> part.path("reason").asString("")).toList());
    }
    var reason = answer.path("detail").asString(answer.path("title").asString(""));
    return new Filed.Declined(
        reason.isEmpty() ? "ingest answered " + response.statusCode() : reason,
        response.statusCode() >= 500);
  }

  private static Filed.Story story(JsonNode story) {
    return new Filed.Story(
        story.path("uri").asString(""),
        story.path("version").asLong(1),
        story.path("headline").asString(null));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
