package newsroom.local.asking;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks publish what its sites would say to a story.
final class SitesDesk implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI publish;
  private final @Nullable String site;
  private final @Nullable String token;

  SitesDesk(URI publish, @Nullable String site, @Nullable String token) {
    this.publish = publish;
    this.site = site;
    this.token = token;
  }

  /// What publish said.
  ///
  /// @param refusal why it could not judge the story; null where it could
  record Said(String text, @Nullable String refusal) {

    /// For people: a line for the story and one for each site.
    String table() {
      var said = JSON.readTree(text);
      var table = new StringBuilder();
      table.append(
          "%s  (%s)%n"
              .formatted(said.path("headline").asString(""), said.path("uri").asString("")));
      for (var site : said.path("sites")) {
        table.append(
            "  %-20s %-8s %s%n"
                .formatted(
                    site.path("site").asString(""), site.path("verdict").asString(""), rest(site)));
      }
      return table.toString();
    }

    private static String rest(JsonNode site) {
      var reason = site.path("reason").asString("");
      var address = site.path("address").asString("");
      return reason.isEmpty() ? address : address.isEmpty() ? reason : reason + "; " + address;
    }
  }

  Said verdict(String body) throws IOException, InterruptedException {
    var path =
        site == null
            ? "sites/verdict"
            : "sites/" + URLEncoder.encode(site, StandardCharsets.UTF_8) + "/verdict";
    var request =
        HttpRequest.newBuilder(publish.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      return response.statusCode() == 200
          ? new Said(response.body(), null)
          : new Said(response.body(), refusal(response.statusCode(), response.body()));
    } catch (ConnectException e) {
      throw new IOException("no newsroom answers at " + publish, e);
    }
  }

  private static String refusal(int status, String body) {
    try {
      var detail = JSON.readTree(body).path("detail").asString("");
      return detail.isEmpty() ? "publish answered " + status : detail;
    } catch (JacksonException e) {
      return "publish answered " + status;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
