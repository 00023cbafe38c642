package newsroom.local.asking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskSitesTests {

  private static final String SAID =
      """
      {"uri": "urn:1", "headline": "Ferry runs aground", "sites": [
        {"site": "national", "verdict": "takes", "address": "http://national.test/f/"},
        {"site": "harbor", "verdict": "refuses", "reason": "it takes places Port (line 9)"}]}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer publish;

  @BeforeEach
  void open() throws IOException {
    publish = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    publish.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          asked.add(exchange.getRequestURI() + " " + body);
          boolean known = !body.contains("nobody");
          var answer = (known ? SAID : "{\"detail\": \"no text of it\"}").getBytes(UTF_8);
          exchange.sendResponseHeaders(known ? 200 : 404, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    publish.start();
  }

  @AfterEach
  void close() {
    publish.stop(0);
  }

  @Test
  void aKnownStoryIsAskedForByItsUriAndTheAnswerIsATable() throws Exception {
    assertThat(run("urn:newsroom:story:1", "--site", "harbor")).isZero();
    assertThat(asked).containsExactly("/sites/harbor/verdict urn:newsroom:story:1");
    assertThat(said.toString(UTF_8))
        .contains("Ferry runs aground  (urn:1)")
        .containsPattern("national +takes +http://national.test/f/")
        .containsPattern("harbor +refuses +it takes places Port");
  }

  @Test
  void aWireIsReadFirstAndALineThatWasReadGoesAsItIs() throws Exception {
    // Given
    var wire =
        Files.writeString(
            Files.createDirectories(folder.resolve("northwire")).resolve("ferry.json"),
            """
            {"uri": "urn:ferry:1", "type": "text", "versioncreated": "2026-11-20T08:15:00Z",
             "headline": "Ferry runs aground", "body_text": "Nobody was hurt."}
            """);
    var line =
        Files.writeString(
            folder.resolve("line.json"), "{\"uri\": \"urn:2\", \"provenance\": {}}\n");

    // When
    int code = run(wire.toString(), line.toString(), "--json");

    // Then
    assertThat(code).isZero();
    assertThat(asked.getFirst())
        .startsWith("/sites/verdict {")
        .contains("\"agency\":\"northwire\"");
    assertThat(asked.getLast())
        .isEqualTo("/sites/verdict {\"uri\": \"urn:2\", \"provenance\": {}}");
    assertThat(said.toString(UTF_8)).contains("\"verdict\": \"takes\"");
  }

  @Test
  void whatCannotBeJudgedIsSaidAndTheCommandEndsWithOne() throws Exception {
    assertThat(run("urn:nobody")).isEqualTo(1);
    assertThat(complained.toString(UTF_8)).contains("urn:nobody: no text of it");
  }

  @Test
  void aCommandWithoutSenseEndsWithTwo() throws Exception {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--colour")).isEqualTo(2);
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(complained.toString(UTF_8)).contains("usage: newsroom verdict", "there is no");
  }

  private int run(String... arguments) throws Exception {
    var all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--to", "http://127.0.0.1:" + publish.getAddress().getPort()));
    return AskSites.run(
        new PrintStream(said, true, UTF_8),
        new PrintStream(complained, true, UTF_8),
        null,
        all.toArray(String[]::new));
  }
}
