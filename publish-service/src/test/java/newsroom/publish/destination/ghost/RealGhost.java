package newsroom.publish.destination.ghost;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Ghost of npm's package on this machine alone, with SQLite, one for all tests of a run.
final class RealGhost implements Site {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String OWNER = "\"ida@harbor.test\",\"password\":\"kelp-and-tide-2026\"";
  private static final String ROUTES =
      """
      routes:
      collections:
        /:
          permalink: /{primary_tag}/{year}/{month}/{day}/{slug}/
          template: index
      """;
  private static @Nullable RealGhost running;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port = freePort();
  private final Process process;
  private final String key;
  private final Editor editor;

  private RealGhost(Path code) throws IOException {
    process = started(code);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Awaitility.await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(this::answers);
    owner(
        "authentication/setup/",
        "",
        "{\"setup\":[{\"name\":\"Ida\",\"blogTitle\":\"Harbor\",\"email\":" + OWNER + "}]}");
    var cookie =
        owner("session/", "", "{\"username\":" + OWNER + "}")
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .replaceFirst(";.*", "");
    var keys =
        JSON.readTree(
                owner(
                        "integrations/?include=api_keys",
                        cookie,
                        "{\"integrations\":[{\"name\":\"newsroom\"}]}")
                    .body())
            .path("integrations")
            .path(0)
            .path("api_keys");
    key =
        keys.path(keys.path(0).path("type").asString().equals("admin") ? 0 : 1)
            .path("secret")
            .asString();
    editor = Editor.with(url(), key);
  }

  /// The site; the test is skipped where nobody says which folder Ghost lies in.
  static synchronized RealGhost get() {
    var folder = System.getProperty("newsroom.ghost", System.getenv("NEWSROOM_GHOST"));
    assumeTrue(
        folder != null && Files.isReadable(Path.of(folder, "index.js")),
        "no Ghost here: unpack npm's package ghost, install what it needs, and say its folder as"
            + " NEWSROOM_GHOST");
    if (running == null) {
      try {
        running = new RealGhost(Path.of(folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  private Process started(Path code) throws IOException {
    var folder = Files.createDirectories(Path.of("target")).toAbsolutePath();
    var here = Files.createTempDirectory(folder, "ghost");
    copy(code.resolve("content"), here.resolve("content"));
    Files.writeString(here.resolve("content/settings/routes.yaml"), ROUTES);
    var builder = new ProcessBuilder("node", "index.js").directory(code.toFile());
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("NODE_ENV", "production"),
                Map.entry("url", "http://harbor.test/"),
                Map.entry("server__host", "127.0.0.1"),
                Map.entry("server__port", String.valueOf(port)),
                Map.entry("database__client", "sqlite3"),
                Map.entry("database__useNullAsDefault", "true"),
                Map.entry("database__connection__filename", here.resolve("ghost.db").toString()),
                Map.entry("mail__transport", "SMTP"),
                Map.entry("mail__options__host", "127.0.0.1"),
                Map.entry("mail__options__port", "9"),
                Map.entry("paths__contentPath", here.resolve("content").toString()),
                Map.entry("logging__level", "error"),
                Map.entry("logging__transports", "[\"stdout\"]"),
                Map.entry("privacy__useUpdateCheck", "false"),
                Map.entry("privacy__useGravatar", "false"),
                Map.entry("privacy__useRpcPing", "false"),
                Map.entry("security__staffDeviceVerification", "false")));
    var log = here.resolve("ghost.log").toFile();
    return builder.redirectErrorStream(true).redirectOutput(log).start();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var one : all.toList()) {
        Files.copy(one, to.resolve(from.relativize(one).toString()));
      }
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() throws IOException, InterruptedException {
    var ask = HttpRequest.newBuilder(api("authentication/setup/")).build();
    return http.send(ask, HttpResponse.BodyHandlers.ofString()).body().contains("setup");
  }

  private URI api(String path) {
    return URI.create(url() + "ghost/api/admin/" + path);
  }

  private HttpResponse<String> owner(String path, String cookie, String body) throws IOException {
    var request =
        HttpRequest.newBuilder(api(path))
            .header("Content-Type", "application/json")
            .header("Origin", "http://harbor.test")
            .header("Cookie", cookie)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public void empty() {
    for (var post : ask("GET", "posts/?limit=100&fields=id", "").path("posts")) {
      ask("DELETE", "posts/" + post.path("id").asString() + "/", "");
    }
  }

  @Override
  public JsonNode ask(String method, String path, String body) {
    return editor.ask(method, path, body);
  }
}
