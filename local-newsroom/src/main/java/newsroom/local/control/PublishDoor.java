package newsroom.local.control;

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
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The publish service of one newsroom, asked over HTTP.
final class PublishDoor implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// A replay of a whole site takes its time.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI publish;
  private final @Nullable String token;

  /// A door.
  ///
  /// @param publish ends in `/`
  PublishDoor(URI publish, @Nullable String token) {
    this.publish = publish;
    this.token = token;
  }

  /// What publish said against it, in a sentence.
  static final class Declined extends Exception {

    private static final long serialVersionUID = 1;

    Declined(String sentence) {
      super(sentence);
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  JsonNode get(String path, Map<String, @Nullable String> query)
      throws IOException, InterruptedException, Declined {
    var asked =
        query.entrySet().stream()
            .filter(it -> it.getValue() != null)
            .map(it -> it.getKey() + "=" + encoded(String.valueOf(it.getValue())))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(publish.resolve(asked.isEmpty() ? path : path + "?" + asked)));
  }

  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException, Declined {
    return send(
        HttpRequest.newBuilder(publish.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private JsonNode send(HttpRequest.Builder request)
      throws IOException, InterruptedException, Declined {
    if (token != null && !token.isBlank()) {
      request.header("Authorization", "Bearer " + token.strip());
    }
    try {
      var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return JSON.readTree(answer.body());
      }
      throw new Declined(sentence(answer));
    } catch (ConnectException e) {
      throw new IOException("no newsroom answers at " + publish, e);
    }
  }

  private static String sentence(HttpResponse<String> answer) {
    var otherwise = "publish answered " + answer.statusCode();
    try {
      return JSON.readTree(answer.body()).path("detail").asString(otherwise);
    } catch (JacksonException e) {
      return otherwise;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
