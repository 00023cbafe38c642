package newsroom.local.control;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTests {

  private static final String URI = "urn:newsroom:story:00000000000000000000000000000001";
  private static final String STORY =
      """
      {"uri": "%s", "agency": "northwire", "guid": "canal-1",
       "headline": "Ferry\\u001b[2J runs aground", "pubStatus": "USABLE", "version": 2,
       "versionCreated": "2026-11-20T09:00:00Z", "revision": 1, "received": "2026-11-20T09:00:01Z",
       "embargoedUntil": null, "expires": null, "kill": null, "deskKills": [], "releases": [],
       "lastWord": {"said": null, "next": null, "parked": null},
       "deliveries": [
         {"uri": "x", "headline": "Ferry runs aground", "site": "harbor",
          "destination": "harbor/pages", "state": "PARKED", "reason": "413 too large",
          "liveVersion": null, "liveRevision": null, "url": null, "remoteId": null,
          "liveSince": null, "firstLive": null, "killed": null, "attempts": 9, "nextTry": null},
         {"uri": "x", "headline": "Ferry runs aground", "site": "national",
          "destination": "national/pages", "state": "LIVE", "reason": null,
          "liveVersion": 2, "liveRevision": 1, "url": "http://national.test/a/", "remoteId": null,
          "liveSince": "2026-11-20T09:00:05Z", "firstLive": null, "killed": null, "attempts": 0,
          "nextTry": null}],
       "versions": [{"version": 2, "versionCreated": "2026-11-20T09:00:00Z", "revision": 1,
         "arrived": "2026-11-20T09:00:02Z", "outcome": "current"}],
       "daybook": [{"line": 7, "at": "2026-11-20T10:00:00Z", "by": "Anna Berg", "act": "retry",
         "why": "the limit was raised", "site": "harbor", "chosen": null}]}
      """
          .formatted(URI);

  @TempDir Path data;
  private final List<String> requests = new ArrayList<>();
  private final Map<String, String> answers = new HashMap<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  private int status = 200;
  private HttpServer publish;

  @BeforeEach
  void open() throws IOException {
    publish = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    publish.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          requests.add(
              asked + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
          exchange.sendResponseHeaders(status, 0);
          exchange.getResponseBody().write(answers.getOrDefault(asked, "[]").getBytes(UTF_8));
          exchange.close();
        });
    publish.start();
  }

  @AfterEach
  void close() {
    publish.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + publish.getAddress().getPort() + "/";
  }

  private int run(String... arguments) throws InterruptedException {
    var environment =
        Map.of("NEWSROOM_PUBLISH_URL", address(), "NEWSROOM_TOKEN", "s3cret", "USER", "anna");
    return Control.run(new PrintStream(said), new PrintStream(complained), environment, arguments);
  }

  @Test
  void saysWhereAStoryIsAndWhyNot() throws Exception {
    // Given
    answers.put("GET /stories/urn%3Anewsroom%3Astory%3A" + URI.substring(19), STORY);

    // When
    int code = run("story", URI);

    // Then
    assertThat(code).isZero();
    assertThat(requests.getFirst()).contains("Bearer s3cret");
    assertThat(said.toString(UTF_8))
        .contains("Ferry [2J runs aground")
        .contains("canal-1 of northwire, version 2.1 of 2026-11-20")
        .contains("  parked      harbor/pages")
        .contains("413 too large; 9 tries")
        .contains("  live        national/pages              version 2.1 live since 2026-11-20")
        .contains("http://national.test/a/")
        .contains("Anna Berg  retry at harbor: the limit was raised");
    assertThat(said.toString(UTF_8).lines()).allSatisfy(it -> assertThat(it).hasSizeLessThan(101));
  }

  @Test
  void findsAStoryByItsAddressAndListsThoseThatShareWords() throws Exception {
    // Given
    answers.put(
        "GET /stories?url=http%3A%2F%2Fnational.test%2Fa%2F", "[{\"uri\": \"" + URI + "\"}]");
    answers.put("GET /stories/urn%3Anewsroom%3Astory%3A" + URI.substring(19), STORY);
    answers.put(
        "GET /stories?headline=ferry+aground",
        "[{\"uri\": \"urn:1\", \"headline\": \"Ferry aground\"}, {\"uri\": \"urn:2\"}]");

    // Then
    assertThat(run("story", "http://national.test/a/")).isZero();
    assertThat(run("story", "ferry", "aground")).isEqualTo(1);
    assertThat(said.toString(UTF_8))
        .contains("urn:1  Ferry aground", "urn:2", "nothing is done; ask again");
    assertThat(run("story", "zeppelin")).isEqualTo(1);
    assertThat(said.toString(UTF_8)).contains("no story is known by that");
  }

  @Test
  void enablesADestinationAndSaysWhatLeaves() throws Exception {
    // Given
    answers.put(
        "POST /sites/harbor/webhook/enable", "{\"destination\": \"harbor/webhook\", \"due\": 3}");

    // Then
    assertThat(run("enable", "harbor/webhook", "--why", "they are back")).isZero();
    assertThat(requests.getFirst()).contains("\"why\":\"they are back\"", "\"by\":\"anna\"");
    assertThat(said.toString(UTF_8)).contains("harbor/webhook is enabled; 3 deliveries leave now");
    assertThat(run("enable", "harbor")).isEqualTo(2);
    assertThat(complained.toString(UTF_8)).contains("which destination?");
    assertThat(run("enable", "harbor/webhook")).isEqualTo(2);
    assertThat(complained.toString(UTF_8)).contains("say --why");
  }

  @Test
  void whoeverKillsNamesTheStory() throws Exception {
    assertThat(run("kill", "--why", "libel")).isEqualTo(2);
    assertThat(complained.toString(UTF_8)).contains("which story?");
    assertThat(requests).isEmpty();
  }

  @Test
  void killsAtOneSiteAndSaysWhoAndWhy() throws Exception {
    // Given
    answers.put(
        "POST /stories/urn%3Anewsroom%3Astory%3A" + URI.substring(19) + "/kill",
        """
        {"line": 8, "act": "kill", "uri": "x", "site": "harbor", "changed": ["harbor/pages"], "left": []}
        """);

    // When
    int code = run("kill", URI, "--site", "harbor", "--why", "libel");

    // Then
    assertThat(code).isZero();
    assertThat(requests.getFirst())
        .contains("\"why\":\"libel\"")
        .contains("\"by\":\"anna\"")
        .contains("\"site\":\"harbor\"");
    assertThat(said.toString(UTF_8)).contains("kill        harbor/pages").contains("line 8");
  }

  @Test
  void goesOnUntilNothingIsLeftToReplay() throws Exception {
    // Given
    answers.put(
        "POST /deliveries/replay",
        """
        {"line": 1, "act": "replay", "chosen": "site harbor", "deliveries": 4, "more": false, "after": null}
        """);

    // When
    int code = run("replay", "--site", "harbor", "--since", "2h", "--why", "restored");

    // Then
    assertThat(code).isZero();
    assertThat(requests).hasSize(1);
    assertThat(requests.getFirst()).contains("\"since\":\"20");
    assertThat(said.toString(UTF_8)).contains("replay: 4 deliveries (site harbor)");
  }

  @Test
  void saysWhatPublishSaysAgainstIt() throws Exception {
    // Given
    status = 409;
    answers.put(
        "POST /stories/urn%3Anewsroom%3Astory%3A" + URI.substring(19) + "/release",
        "{\"detail\": \"nothing of the story is held there\"}");

    // Then
    assertThat(run("release", URI, "--why", "checked")).isEqualTo(1);
    assertThat(complained.toString(UTF_8)).contains("nothing of the story is held there");
  }

  @Test
  void whatMakesNoSenseIsSaidInASentence() throws Exception {
    assertThat(run("kill", URI)).isEqualTo(2);
    assertThat(complained.toString(UTF_8)).contains("say --why");
    assertThat(run("bury", URI, "--why", "x")).isEqualTo(2);
    assertThat(complained.toString(UTF_8)).contains("there is no command bury");
    assertThat(run("sites", "--colour")).isEqualTo(2);
    assertThat(run("deliveries", "--since", "yesterday")).isEqualTo(2);
    assertThat(run("sites", "--data", data.toString())).isEqualTo(2);
    assertThat(complained.toString(UTF_8)).contains("no newsroom is open on");
  }

  @Test
  void findsTheNewsroomOfTheDataFolder() throws Exception {
    // Given
    Files.writeString(
        data.resolve("running.properties"), "publish=" + address().replace(":", "\\:"));

    // Then
    assertThat(run("deliveries", "--data", data.toString(), "--state", "parked", "--json"))
        .isZero();
    assertThat(requests.getFirst()).startsWith("GET /deliveries?state=parked");
    assertThat(said.toString(UTF_8).strip()).isEqualTo("[]");
  }
}
