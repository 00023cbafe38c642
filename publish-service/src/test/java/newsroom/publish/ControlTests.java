package newsroom.publish;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import newsroom.publish.delivery.Arrival;
import newsroom.publish.delivery.Ledger;
import newsroom.publish.site.Sites;
import newsroom.publish.story.ReadStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Publish as it listens to other machines, with a ledger and no Kafka: nothing is carried.
class ControlTests {

  private static final String TOKEN = "s3cret";
  private static final JsonMapper JSON = JsonMapper.shared();

  private static ConfigurableApplicationContext service;
  private static JdbcTemplate jdbc;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path folder;

  @BeforeAll
  static void start() throws IOException {
    jdbc = new JdbcTemplate(TestDatabase.empty());
    service = started("--newsroom.publish.token=" + TOKEN);
    for (int number = 1; number <= 5; number++) {
      enter(story(number).headline("Ferry " + number + " runs aground at Oyster Bay"));
    }
    jdbc.update(
        """
        update publish.delivery set url = 'http://national.test/' || path, state = 'LIVE',
          live_version = 1, live_created = changed_at, live_revision = 0, live_headline = 'Ferry',
          live_since = changed_at, first_live = changed_at, due_at = null
        where site = 'national' and uri in (?, ?)
        """,
        uri(1),
        uri(2));
    jdbc.update(
        """
        update publish.delivery set state = 'PARKED', due_at = null, reason = '413 too large'
        where site = 'harbor' and uri <> ?
        """,
        uri(5));
  }

  private static ConfigurableApplicationContext started(String... more) throws IOException {
    var sites =
        Files.writeString(
            folder.resolve("sites.yml"),
            """
            - site: national
              name: The National Desk
              address: http://national.test/
              sections: [{path: news, name: News}]
              destinations: [{kind: recording}]
            - site: harbor
              name: Harbor Daily
              address: http://harbor.test/
              sections: [{path: news, name: News}]
              destinations: [{kind: recording}]
            """);
    var arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--server.address=0.0.0.0",
                "--newsroom.publish.sites=" + sites,
                "--newsroom.publish.gauges-every=200ms",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--spring.datasource.url=" + TestDatabase.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"));
    arguments.addAll(Arrays.asList(more));
    return new SpringApplicationBuilder(PublishService.class, PublishTests.Recordings.class)
        .properties("spring.config.name=publish-service")
        .run(arguments.toArray(String[]::new));
  }

  private static void enter(Events event) {
    var story = ReadStory.from(event.bytes());
    var rulings = service.getBean(Sites.class).judge(story);
    service.getBean(Ledger.class).enter(List.of(new Arrival(story, event.bytes(), rulings)));
  }

  @AfterAll
  static void stop() {
    service.close();
    HTTP.close();
  }

  private static HttpResponse<String> ask(String method, String path, String body, String... more) {
    try {
      var port = service.getEnvironment().getRequiredProperty("local.server.port");
      var address = path.startsWith("http") ? path : "http://127.0.0.1:" + port + path;
      var request = HttpRequest.newBuilder(URI.create(address));
      if (more.length > 0) {
        request.headers(more);
      }
      if (method.equals("POST")) {
        request
            .setHeader("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
      }
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> get(String path) {
    return ask("GET", path, "", "Authorization", "Bearer " + TOKEN);
  }

  private static HttpResponse<String> post(String path, String body) {
    return ask("POST", path, body, "Authorization", "Bearer " + TOKEN);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> document() {
    return new Yaml().loadAs(get("/openapi.yaml").body(), Map.class);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> in(Map<String, Object> map, String... keys) {
    var in = map;
    for (var key : keys) {
      in = (Map<String, Object>) Objects.requireNonNull(in.get(key), key);
    }
    return in;
  }

  private static Set<String> routes() {
    var routes = new TreeSet<String>();
    in(document(), "paths")
        .forEach(
            (path, methods) ->
                ((Map<?, ?>) methods)
                    .keySet()
                    .forEach(
                        method ->
                            routes.add(method.toString().toUpperCase(Locale.ROOT) + " " + path)));
    return routes;
  }

  @Test
  void theDocumentNamesEveryRouteAndNoOther() {
    // Given
    var mapped = new TreeSet<String>();
    service
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (handler.getBeanType().getName().startsWith("newsroom.")) {
                var methods = info.getMethodsCondition().getMethods();
                info.getPatternValues()
                    .forEach(path -> methods.forEach(method -> mapped.add(method + " " + path)));
              }
            });

    // Then
    assertThat(routes()).isEqualTo(mapped).hasSizeGreaterThan(13);
  }

  @Test
  void everyRouteAsksForTheTokenAndAnswersWhoShowsIt() {
    var expected = new HashMap<String, Integer>();
    expected.put("GET /sites", 200);
    expected.put("GET /deliveries", 200);
    expected.put("GET /stories", 400);
    expected.put("GET /stories/{uri}", 404);
    expected.put("GET /destinations", 200);
    expected.put("GET /notices", 200);
    expected.put("POST /sites/{site}/verdict", 404);
    for (var route : routes()) {
      var method = route.substring(0, route.indexOf(' '));
      var path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]+}", "urn:nobody");
      var none = ask(method, path, "{}");
      var wrong = ask(method, path, "{}", "Authorization", "Bearer s3creT");
      var right = ask(method, path, "{}", "Authorization", "Bearer " + TOKEN);
      boolean open = route.equals("GET /openapi.yaml");
      assertThat(none.statusCode()).as(route).isEqualTo(open ? 200 : 401);
      assertThat(wrong.statusCode()).as(route).isEqualTo(open ? 200 : 401);
      assertThat(right.statusCode())
          .as(route)
          .isEqualTo(open ? 200 : expected.getOrDefault(route, 400));
      if (!open) {
        assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(none.body()).contains("Show the token").doesNotContain(TOKEN);
      }
    }
  }

  @Test
  void withoutATokenItDoesNotOpenToOthers() {
    assertThatThrownBy(() -> started("--newsroom.publish.token="))
        .hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class)
        .rootCause()
        .hasMessageContaining("newsroom.publish.token");
  }

  @Test
  void noSpellingOfAnAddressGoesAroundTheDoor() {
    for (var way : List.of("/actuator/%2e%2e/sites", "/actuator/..;/sites", "//sites", "/sites/")) {
      assertThat(ask("GET", way, "").statusCode()).as(way).isNotEqualTo(200);
    }
    assertThat(ask("GET", "/actuator/health/liveness", "").statusCode()).isEqualTo(200);
    assertThat(ask("GET", "/actuator/env", "").statusCode()).isEqualTo(404);
  }

  @Test
  void errorsAreProblemsWithASentence() {
    var bodies =
        Map.of(
            "{}", "who you are",
            "{\"by\": \"Anna\"}", "why, in a sentence",
            "{\"by\": \"Anna\", \"why\": \"libel\", \"site\": \"nowhere\"}", "has no site nowhere",
            "{", "Failed to read request");
    bodies.forEach(
        (body, sentence) -> {
          var answer = post("/stories/" + uri(1) + "/kill", body);
          assertThat(answer.headers().firstValue("Content-Type"))
              .contains("application/problem+json");
          assertThat(JSON.readTree(answer.body()).path("detail").asString()).contains(sentence);
        });
    assertThat(post("/deliveries/retry", "{\"by\": \"Anna\", \"why\": \"it is mended\"}").body())
        .contains("nothing is done to all");
    assertThat(get("/deliveries?state=asleep").body()).contains("there is no state asleep");
    assertThat(get("/deliveries?site=nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/deliveries?site=nowhere").body()).contains("there is no site nowhere");
    assertThat(get("/deliveries?after=xyz").statusCode()).isEqualTo(400);
    assertThat(get("/stories?guid=1&headline=2").statusCode()).isEqualTo(400);
    assertThat(ask("POST", "/stories/x/kill", "by=me", "Content-Type", "text/plain").statusCode())
        .isEqualTo(401);
  }

  @Test
  void anEditorFindsAStoryByWhatSheKnowsOfIt() {
    // When
    var address = json(get("/stories/" + uri(1))).path("deliveries").get(1).path("url").asString();
    var byGuid = json(get("/stories?guid=canal-3"));
    var byWords = json(get("/stories?headline=" + encoded("oyster aground 4")));
    var byAddress = json(get("/stories?url=" + encoded(address + "?from=mail")));
    var byNothing = json(get("/stories?headline=zeppelin"));

    // Then
    assertThat(byGuid).hasSize(1);
    assertThat(byGuid.get(0).path("uri").asString()).isEqualTo(uri(3));
    assertThat(byGuid.get(0).path("agency").asString()).isEqualTo("northwire");
    assertThat(byWords).hasSize(1);
    assertThat(byWords.get(0).path("uri").asString()).isEqualTo(uri(4));
    assertThat(byAddress).hasSize(1);
    assertThat(byAddress.get(0).path("uri").asString()).isEqualTo(uri(1));
    assertThat(byNothing).isEmpty();
  }

  @Test
  void deliveriesComePageByPageEachOnce() {
    for (var query : List.of("", "&site=harbor", "&state=parked", "&state=due", "&state=live")) {
      // Given
      var whole = json(get("/deliveries?limit=1000" + query));

      // When
      var seen = new ArrayList<String>();
      var next = "/deliveries?limit=2" + query;
      while (next != null) {
        var answer = get(next);
        json(answer).forEach(it -> seen.add(it.path("destination") + " " + it.path("uri")));
        next =
            answer
                .headers()
                .firstValue("Link")
                .map(it -> it.replaceAll("<(.*)>.*", "$1"))
                .orElse(null);
      }

      // Then
      var all = new ArrayList<String>();
      whole.forEach(it -> all.add(it.path("destination") + " " + it.path("uri")));
      assertThat(seen).as(query).isNotEmpty().doesNotHaveDuplicates().isEqualTo(all);
    }
  }

  @Test
  void everyStepThroughTheDeliveriesGoesByAnIndex() {
    // the planner is told to read no table whole, and would have to for a state without an index;
    // of a table with nothing to choose from any index would do
    jdbc.update(
        """
        insert into publish.delivery (destination, uri, site, state, changed_at)
        select 'x', 'u' || n, 'x', (array['HELD', 'PARKED', 'REFUSED', 'TAKEN_DOWN'])[1 + n % 4],
          now() from generate_series(1, 2000) n
        """);
    jdbc.execute("analyze publish.delivery");
    for (var state : List.of("HELD", "PARKED", "REFUSED", "TAKEN_DOWN")) {
      var plan =
          jdbc.queryForList(
              "explain select * from publish.delivery d where d.destination = 'x' and d.state = '"
                  + state
                  + "' and (d.changed_at, d.uri) < (now(), 'u')"
                  + " order by d.changed_at desc, d.uri desc limit 10",
              String.class);
      assertThat(String.join("\n", plan)).contains("delivery_still").doesNotContain("Sort");
    }
    jdbc.update("delete from publish.delivery where destination = 'x'");
  }

  @Test
  void aKillByHandIsAnsweredAndStandsOnTheStorysPage() {
    // When
    var order = "{\"by\": \"Anna Berg\", \"why\": \"libel\", \"site\": \"national\"}";
    var answer = json(post("/stories/" + uri(2) + "/kill", order));

    // Then
    assertThat(answer.path("changed").toString()).isEqualTo("[\"national/recording\"]");
    var page = json(get("/stories/" + uri(2)));
    assertThat(page.path("deskKills").get(0).path("why").asString()).isEqualTo("libel");
    assertThat(page.path("daybook").get(0).path("act").asString()).isEqualTo("kill");
    assertThat(page.path("deliveries").get(1).path("killed").asString())
        .isEqualTo("killed by the desk (Anna Berg): libel");
    assertThat(post("/stories/" + uri(2) + "/kill", order).statusCode()).isEqualTo(409);
    matches("Answer", answer);
    matches("Story", page);
    matches("Delivery", page.path("deliveries").get(0));
  }

  @Test
  void answersHaveTheFieldsThatTheDocumentNames() {
    matches("Delivery", json(get("/deliveries")).get(0));
    matches("Found", json(get("/stories?guid=canal-1")).get(0));
    matches("Site", json(get("/sites")).get(0));
    matches("Problem", JSON.readTree(get("/stories/urn:nobody").body()));
    var order = "{\"by\": \"Ben\", \"why\": \"mended\", \"reason\": \"no such reason\"}";
    matches("Many", json(post("/deliveries/retry", order)));
  }

  private static void matches(String schema, JsonNode answer) {
    var properties = in(document(), "components", "schemas", schema, "properties").keySet();
    assertThat(answer.propertyNames()).as(schema).containsExactlyInAnyOrderElementsOf(properties);
  }

  @Test
  void theSitesSayHowTheyStand() {
    // When
    var sites = json(get("/sites"));

    // Then
    assertThat(sites).hasSize(2);
    var harbor = sites.get(1);
    assertThat(harbor.path("name").asString()).isEqualTo("Harbor Daily");
    assertThat(harbor.at("/destinations/0/state").asString()).isEqualTo("WELL");
    assertThat(harbor.at("/destinations/0/oldestDue").asString()).isNotEmpty();
  }
}
