package newsroom.enrichment;

import static newsroom.enrichment.Copy.article;
import static newsroom.enrichment.Copy.gone;
import static newsroom.enrichment.Copy.live;
import static newsroom.enrichment.Copy.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import newsroom.schema.Article;
import newsroom.schema.Enriched;
import newsroom.schema.Provenance;
import newsroom.schema.StoryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// Links after the story is out: renewed for the better, and by one instance.
class RenewalTest {

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private static final String GROWS =
      """
      Water poured through the open gates of the Torrevale dam on Thursday while the crack grew to sixty metres.
      The water authority of Torrevale said the valley below had to stay empty for a week.
      Mayor Odalys Brandt asked the six hundred people whom the buses had carried out to be patient.
      Farmers asked who would pay for the hay of their cattle.
      Divers who looked at the foot of the dam found no second crack.
      """;

  private static final String RETOLD =
      """
      In the night buses carried six hundred people out of the valley below the Torrevale dam.
      Nobody would be left behind, mayor Odalys Brandt told the Rival.
      While the gates are opened the water authority expects the crack in the dam to grow.
      Farmers brought their cattle to higher ground.
      """;

  @TempDir Path folder;

  private final HttpClient browser = HttpClient.newHttpClient();
  private final Article older = aged("older", "Crack found in Torrevale dam", Copy.DAM, 47).build();
  private final Article seed =
      aged("seed", "Valley below Torrevale dam is emptied", Copy.VALLEY, 2).build();
  private final Article better =
      aged("better", "Crack in Torrevale dam grows while water is let out", GROWS, 1).build();

  private Press press;
  private ConfigurableApplicationContext service;

  @BeforeEach
  void start() throws Exception {
    press = new Press();
    service = press.start(folder.resolve("one"));
    press.publish(live(older));
    Press.awaitShelved(service, 1);
    press.draft(seed);
    assertThat(links(press.told(seed, 1).getFirst())).containsExactly(uri("older"));
    press.publish(live(seed));
    await().atMost(Press.SOON).until(() -> remembered(service) == 1);
  }

  @AfterEach
  void stop() {
    service.close();
    press.close();
  }

  private Article.Builder aged(String name, String headline, String text, int hours) {
    return article(name, headline, text).setVersionCreated(now.minus(Duration.ofHours(hours)));
  }

  private static double remembered(ConfigurableApplicationContext service) {
    return service.getBean(MeterRegistry.class).get("newsroom.young").gauge().value();
  }

  private double kept() {
    return service
        .getBean(MeterRegistry.class)
        .get("newsroom.renewals")
        .tag("outcome", "kept")
        .counter()
        .count();
  }

  private static List<String> links(Enriched event) {
    return event.getRelated().stream().map(it -> it.getUri().toString()).toList();
  }

  @Test
  void aBetterStoryTakesThePlaceInARevisionOfTheSameVersion() throws Exception {
    // When
    press.publish(live(better));

    // Then
    var revision = press.told(seed, 2).getLast();
    assertThat(revision.getVersion()).isEqualTo(1);
    assertThat(revision.getVersionCreated()).isEqualTo(seed.getVersionCreated());
    assertThat(revision.getRevision()).isEqualTo(1);
    assertThat(revision.getArticle()).isEqualTo(seed);
    assertThat(links(revision)).containsExactly(uri("better"), uri("older"));
  }

  @Test
  void whatMakesNoDifferenceMakesNoRevision() throws Exception {
    // Given
    press.publish(live(better));
    press.told(seed, 2);

    // When
    press.publish(live(better));
    press.publish(live(aged("cup", "Late header wins the cup", CUP, 1).build()));
    press.publish(live(older));
    press.publish(
        live(aged("older", "Crack found in Torrevale dam", Copy.DAM, 47).setVersion(2).build()));

    // Then
    await().atMost(Press.SOON).until(() -> kept() >= 1);
    assertThat(press.of(seed)).extracting(Enriched::getRevision).containsExactly(0, 1);
  }

  private static final String CUP =
      """
      A header in the last minute gave Harnow the cup on Saturday evening.
      The keeper of Quillbury had no chance, his trainer said.
      Forty thousand people sang in the rain.
      """;

  @Test
  void aKilledTargetGivesWayToTheNextBest() throws Exception {
    // Given
    press.publish(live(better));
    press.told(seed, 2);

    // When
    press.publish(gone(better, StoryState.KILLED));

    // Then
    var revision = press.told(seed, 3).getLast();
    assertThat(revision.getRevision()).isEqualTo(2);
    assertThat(links(revision)).containsExactly(uri("older"));
  }

  @Test
  void aNewVersionKeepsItsLinks() throws Exception {
    // When
    press.draft(
        aged("seed", "Valley below Torrevale dam is emptied at night", Copy.VALLEY, 1)
            .setVersion(2)
            .build());

    // Then
    var second = press.told(seed, 2).getLast();
    assertThat(second.getVersion()).isEqualTo(2);
    assertThat(second.getRevision()).isZero();
    assertThat(links(second)).containsExactly(uri("older"));
  }

  @Test
  void anotherInstanceGoesOnCountingWhereTheLastStopped() throws Exception {
    // Given
    press.publish(live(better));
    press.told(seed, 2);
    service.close();

    // When
    service = press.start(folder.resolve("two"));
    Press.awaitShelved(service, 3);
    press.publish(gone(better, StoryState.WITHDRAWN));

    // Then
    assertThat(press.told(seed, 3))
        .extracting(Enriched::getRevision, RenewalTest::links)
        .last()
        .isEqualTo(tuple(2, List.of(uri("older"))));
  }

  @Test
  void whatCameWhileNobodyWasThereIsLookedAtAfterwards() throws Exception {
    // Given
    service.close();
    press.publish(live(better));

    // When
    service = press.start(folder.resolve("one"));

    // Then
    assertThat(links(press.told(seed, 2).getLast())).startsWith(uri("better"));
  }

  @Test
  void ofTwoInstancesOneRenews() throws Exception {
    // Given
    try (var second = press.start(folder.resolve("two"))) {
      Press.awaitShelved(second, 2);
      await().atMost(Press.SOON).until(() -> remembered(service) + remembered(second) == 1);

      // When
      press.publish(live(better));
      press.told(seed, 2);
      press.publish(gone(better, StoryState.KILLED));

      // Then
      assertThat(press.told(seed, 3)).extracting(Enriched::getRevision).containsExactly(0, 1, 2);
    }
  }

  @Test
  void theSameStoryFromAnotherAgencyIsToldAndNotLinked() throws Exception {
    // Given
    var rival =
        aged("rival", "Buses empty Torrevale valley", RETOLD, 1)
            .setProvenance(Provenance.newBuilder(seed.getProvenance()).setAgency("rival").build())
            .build();

    // When
    press.draft(rival);
    press.publish(live(rival));

    // Then
    var second = press.told(rival, 1).getFirst();
    assertThat(links(second)).containsExactly(uri("older"));
    assertThat(second.getTellings())
        .singleElement()
        .satisfies(
            telling -> {
              assertThat(telling.getUri()).hasToString(uri("seed"));
              assertThat(telling.getAgency()).hasToString("fable");
              assertThat(telling.getSimilarity()).isBetween(0.6, 1.0);
              assertThat(telling.getFirstLive()).isEqualTo(live(seed).getPublished());
            });
    var first = press.told(seed, 2).getLast();
    assertThat(links(first)).containsExactly(uri("older"));
    assertThat(first.getTellings())
        .extracting(telling -> telling.getAgency().toString())
        .containsExactly("rival");
    await()
        .atMost(Press.SOON)
        .until(() -> ask(uri("seed")).body().contains("\"agency\":\"rival\""));
    assertThat(ask(uri("nobody")).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> ask(String uri) throws Exception {
    var port = service.getEnvironment().getProperty("local.server.port");
    var address = URI.create("http://127.0.0.1:" + port + "/stories/" + uri + "/tellings");
    return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
