package newsroom.publish;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The running service, its file of sites changed under it, and what it says in a dry run.
class ReloadTests {

  private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String NATIONAL =
      """
      - site: national
        name: The National Desk
        address: http://national.test/
        sections: [{path: news, name: News}]
        destinations: [{kind: recording}]
      """;
  private static final String HARBOR =
      """
      - site: harbor
        name: Harbor Daily
        address: http://harbor.test/
        takes: {subjects: weather, agencies: northwire}
        sections: [{path: news, name: News}]
        destinations: [{kind: recording}]
      """;

  @TempDir private static Path folder;
  private static ConfigurableApplicationContext service;
  private static KafkaProducer<String, byte[]> producer;
  private static int next = 100;

  @BeforeAll
  static void start() throws IOException {
    TestDatabase.empty();
    // else its address stays behind as a property of the JVM, and the next test finds a broker that
    // is gone
    BROKER.brokerListProperty("newsroom.test.brokers");
    BROKER.afterPropertiesSet();
    service = PublishTests.started(folder, BROKER.getBrokersAsString(), TestDatabase.url());
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER.getBrokersAsString()),
            new StringSerializer(),
            new ByteArraySerializer());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(get("/actuator/health/readiness")).contains("200"));
  }

  @AfterAll
  static void stop() {
    producer.close();
    service.close();
    BROKER.destroy();
  }

  @BeforeEach
  void both() throws IOException {
    sites(NATIONAL + HARBOR);
    counts("\"sites\":2");
  }

  private static void sites(String yaml) throws IOException {
    Files.writeString(folder.resolve("sites.yml"), yaml);
  }

  private static void counts(String detail) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(get("/actuator/health")).contains(detail).doesNotContain("not taken"));
  }

  private static Recording at(String destination) {
    return Objects.requireNonNull(PublishTests.RECORDING.opened.get(destination));
  }

  private static int file(Events event, int number) {
    try {
      producer.send(new ProducerRecord<>(ArticleTopics.ENRICHED, uri(number), event.bytes())).get();
      return number;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int file() {
    int number = next++;
    return file(story(number), number);
  }

  private static void shown(String destination, int number) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(at(destination).shown).containsKey(uri(number)));
  }

  private static String state(String destination, int number) {
    return new JdbcTemplate(service.getBean(DataSource.class))
        .queryForList(
            "select state || ': ' || coalesce(reason, '') from publish.delivery"
                + " where destination = ? and uri = ?",
            String.class,
            destination,
            uri(number))
        .toString();
  }

  private static String get(String path) {
    return send(HttpRequest.newBuilder(address(path)).build());
  }

  private static String post(String path, String body) {
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static URI address(String path) {
    var port = service.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static String send(HttpRequest request) {
    try {
      var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aNewSiteOpensWithoutARestartAndDisturbsNoOther() throws IOException {
    // Given
    shown("harbor/recording", file());
    var national = at("national/recording");

    // When
    sites(NATIONAL + HARBOR + HARBOR.replace("harbor", "island"));
    counts("\"sites\":3");

    // Then
    shown("island/recording", file());
    assertThat(at("national/recording")).isSameAs(national);
  }

  @Test
  void aMistakeLeavesTheSitesAsTheyAreAndIsSaid() throws IOException {
    // When
    sites(NATIONAL + HARBOR.replace("takes:", "take:"));

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(get("/actuator/health"))
                    .startsWith("200")
                    .contains("take is not known here; did you mean takes?"));
    assertThat(get("/actuator/prometheus")).contains("newsroom_sites_mistakes 1.0");
    shown("harbor/recording", file());

    // When
    sites(NATIONAL + HARBOR);

    // Then
    counts("\"sites\":2");
    assertThat(get("/actuator/prometheus")).contains("newsroom_sites_mistakes 0.0");
  }

  @Test
  void aDestinationThatCannotBeOpenedLeavesTheSitesAsTheyAre() throws IOException {
    // When
    sites(NATIONAL + HARBOR.replace("kind: recording", "kind: pigeon"));

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(get("/actuator/health"))
                    .contains("line 11: site \\\"harbor\\\"", "there is no kind pigeon"));
    shown("harbor/recording", file());
  }

  @Test
  void aDestinationThatIsGoneIsRetiredAndTakenBackWithWhatItMissed() throws IOException {
    // Given
    int live = file();
    int killed = file();
    shown("harbor/recording", live);
    shown("harbor/recording", killed);
    var harbor = at("harbor/recording");
    harbor.answer = _ -> new Transmission.Deferred("not now", null);
    int waiting = file();
    await().untilAsserted(() -> assertThat(state("harbor/recording", waiting)).contains("not now"));

    // When
    sites(NATIONAL);
    counts("\"sites\":1");

    // Then
    await()
        .untilAsserted(
            () ->
                assertThat(state("harbor/recording", waiting))
                    .isEqualTo(
                        "[PARKED: its destination is no longer in the file of sites; what is live"
                            + " there stays]"));
    assertThat(state("harbor/recording", live)).isEqualTo("[LIVE: ]");
    assertThat(harbor.shown).containsKey(uri(live));

    // When
    file(story(live).version(2), live);
    file(story(killed).version(2).killed(), killed);
    shown("national/recording", file());
    harbor.answer = Recording::accept;
    sites(NATIONAL + HARBOR);

    // Then
    counts("\"sites\":2");
    shown("harbor/recording", waiting);
    await()
        .untilAsserted(
            () -> {
              assertThat(at("harbor/recording").show(uri(live)).mark().version()).isEqualTo(2);
              assertThat(state("harbor/recording", killed)).startsWith("[TAKEN_DOWN");
            });
  }

  @Test
  void aChangedRuleCountsForNewVersionsOnlyAndNoAddressMoves() throws IOException {
    // Given
    int before = file();
    shown("harbor/recording", before);
    var address = at("harbor/recording").page(uri(before)).address();

    // When
    sites(NATIONAL + HARBOR.replace("weather", "sport") + "  addresses: \"n/{id}/\"\n");
    counts("\"sites\":2");
    await()
        .untilAsserted(
            () ->
                assertThat(post("/sites/harbor/verdict", uri(before)))
                    .contains("\"verdict\":\"refuses\""));

    // Then
    assertThat(state("harbor/recording", before)).isEqualTo("[LIVE: ]");

    // When
    sites(NATIONAL + HARBOR + "  addresses: \"n/{id}/\"\n");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(post("/sites/harbor/verdict", uri(before)))
                    .contains("\"verdict\":\"takes\""));
    file(story(before).version(3), before);
    int after = file();
    shown("harbor/recording", after);

    // Then
    assertThat(at("harbor/recording").page(uri(after)).address().getPath()).startsWith("/n/");
    await()
        .untilAsserted(
            () ->
                assertThat(at("harbor/recording").show(uri(before)).mark().version()).isEqualTo(3));
    assertThat(at("harbor/recording").page(uri(before)).address()).isEqualTo(address);
  }

  private static JsonNode verdict(String path, String body) {
    var said = post(path, body);
    assertThat(said).startsWith("200 ");
    return JsonMapper.shared().readTree(said.substring(4));
  }

  @Test
  void aStoryInHandIsJudgedBySiteWithTheExactRule() {
    // Given
    var line =
        """
        {"uri": "urn:newsroom:story:0123456789abcdef0123456789abcdef", "version": 1,
         "versionCreated": "2026-11-20T08:15:00Z", "pubStatus": "USABLE", "change": "NEW",
         "headline": "Ferry runs aground", "language": "en", "urgency": 3,
         "subjects": [{"code": "medtop:20000822", "name": "rowing"}],
         "provenance": {"agency": "northwire"}}
        """;

    // When
    var said = verdict("/sites/verdict", line);

    // Then
    assertThat(said.path("sites").path(0).path("verdict").asString()).isEqualTo("takes");
    assertThat(said.path("sites").path(0).path("address").asString())
        .isEqualTo("http://national.test/news/2026/11/20/ferry-runs-aground-89abcdef/");
    assertThat(said.path("sites").path(0).path("destinations").path(0).asString())
        .isEqualTo("national/recording");
    assertThat(said.path("sites").path(1).path("verdict").asString()).isEqualTo("refuses");
    assertThat(said.path("sites").path(1).path("reason").asString())
        .isEqualTo(
            "it takes subjects weather (line 9); the story has subjects rowing (medtop:20000822)");
  }

  @Test
  void ninjsIsJudgedToo() {
    // Given
    var ninjs =
        """
        {"uri": "urn:x:1", "versionCreated": "2026-11-20T08:15:00+01:00", "language": "en",
         "headlines": [{"role": "main", "value": "Ice on the canal"}], "pubStatus": "usable",
         "embargoedUntil": "2099-01-01T00:00:00Z",
         "subjects": [{"name": "weather", "uri": "http://cv.iptc.org/newscodes/mediatopic/17000000"}]}
        """;

    // When
    var harbor = verdict("/sites/harbor/verdict?agency=northwire", ninjs).path("sites").path(0);

    // Then
    assertThat(harbor.path("verdict").asString()).isEqualTo("holds");
    assertThat(harbor.path("until").asString()).isEqualTo("2099-01-01T00:00:00Z");
    assertThat(post("/sites/harbor/verdict", ninjs)).contains("the story has agencies unknown");
  }

  @Test
  void whatCannotBeJudgedIsAnsweredInASentence() {
    assertThat(post("/sites/nobody/verdict", "{}")).startsWith("404").contains("there is no site");
    assertThat(post("/sites/verdict", "{")).startsWith("400").contains("no JSON");
    assertThat(post("/sites/verdict", "[]")).startsWith("400").contains("JSON object or a uri");
    assertThat(post("/sites/verdict", "urn:nobody")).startsWith("404").contains("no text of");
    assertThat(post("/sites/verdict", "{\"headline\": \"a\", \"expires\": \"soon\"}"))
        .startsWith("400")
        .contains("expires must be a time");
  }
}
