package newsroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to a newsroom as an agency, an editor and a reader do.
final class FrontDoor implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Ground ground;

  FrontDoor(Ground ground) {
    this.ground = ground;
  }

  /// Files the wire and gives the uri of its story.
  String file(String agency, TestWire wire) {
    var answer = post(agency, wire.bytes());
    if (answer.statusCode() != 202) {
      throw new AssertionError("filed, and got " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body()).path("stories").path(0).path("uri").asString();
  }

  HttpResponse<String> post(String agency, byte[] wire) {
    return send(
        HttpRequest.newBuilder(ground.ingest().resolve("wires/" + agency))
            .POST(BodyPublishers.ofByteArray(wire)));
  }

  JsonNode spike() {
    return JSON.readTree(get(ground.ingest().resolve("spike")).body());
  }

  HttpResponse<String> spiked(String id) {
    return get(ground.ingest().resolve("spike/" + id + "/wire"));
  }

  /// What the ledger says of a story; missing while it has not heard of it.
  JsonNode story(String uri) {
    var answer = get(ground.publish().resolve("stories/" + uri));
    return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.missingNode();
  }

  /// How many stories the archive has.
  long archived() {
    var health = get(ground.enrichment().resolve("actuator/health")).body();
    return JSON.readTree(health).at("/components/morgue/details/documents").asLong();
  }

  /// Where readers reach the story on the site; empty while nowhere.
  URI address(String uri) {
    for (var destination : story(uri).path("deliveries")) {
      if ("national".equals(destination.path("site").asString())
          && "LIVE".equals(destination.path("state").asString())) {
        return URI.create(destination.path("url").asString());
      }
    }
    return URI.create("");
  }

  /// The addresses of all stories that are live on the site, up to a thousand.
  Set<URI> liveOnTheSite() {
    var rows = get(ground.publish().resolve("deliveries?site=national&state=LIVE&limit=1000"));
    return JSON.readTree(rows.body())
        .valueStream()
        .map(row -> URI.create(row.path("url").asString()))
        .collect(Collectors.toSet());
  }

  /// What a feed reader lists.
  List<String> titlesInTheFeed() {
    return JSON.readTree(page("feed.json"))
        .path("items")
        .valueStream()
        .map(item -> item.path("title").asString())
        .toList();
  }

  String page(String path) {
    return get(ground.site().resolve(path)).body();
  }

  HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
