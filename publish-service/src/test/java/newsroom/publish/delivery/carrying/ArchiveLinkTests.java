package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.archived;
import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import newsroom.publish.Events;
import newsroom.publish.delivery.ArchiveLinks;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.rendition.Page;
import newsroom.publish.site.TestSites;
import newsroom.schema.PubStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Links to stories that the newsroom never had, where the archive shows them.
class ArchiveLinkTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench(TestSites.withArchive());
  private final Recording national = bench.at(NATIONAL);
  private final Recording harbor = bench.at("harbor/recording");

  @AfterEach
  void close() {
    bench.close();
  }

  private static List<URI> addresses(Recording site, int number) {
    return site.page(uri(number)).promos().stream().map(Page.Promo::address).toList();
  }

  @Test
  void anArchivedStoryIsLinkedAtTheArchivesAddressUnderItsHeadline() {
    // When
    bench.enter(story(3).relatedInArchive(1, 0));
    bench.carry();

    // Then
    assertThat(national.page(uri(3)).promos())
        .extracting(Page.Promo::label, Page.Promo::headline, Page.Promo::address)
        .containsExactly(
            tuple("ADDITIONAL REPORTING", "An old headline of 1", URI.create(archived(1))));
  }

  @Test
  void whereTheArchiveIsNotForItsReadersASiteTakesTheNextBest() {
    // Given
    bench.enter(story(2));
    bench.carry();

    // When
    bench.enter(story(3).relatedInArchive(1, 0).related(2, 0));
    bench.carry();

    // Then
    assertThat(addresses(harbor, 3)).containsExactly(harbor.page(uri(2)).address());
    assertThat(addresses(national, 3)).containsExactly(URI.create(archived(1)));
  }

  @Test
  void whenAnArchivedStoryIsKilledEachPageThatLinksItIsDrawnAgainAtOnce() {
    // Given
    bench.enter(story(2));
    bench.carry();
    bench.enter(story(3).relatedInArchive(1, 0).related(2, 0));
    bench.carry();

    // When
    bench.enter(story(1).killed());
    bench.carry();

    // Then
    assertThat(addresses(national, 3)).containsExactly(national.page(uri(2)).address());
    assertThat(national.page(uri(3)).updated()).isNull();
  }

  @Test
  void anArchivedStoryThatComesLiveIsLinkedAtItsOwnAddress() {
    // Given
    bench.enter(story(3).relatedInArchive(1, 0));
    bench.carry();

    // When
    bench.enter(story(1));
    bench.carry();
    bench.clock.advance(Duration.ofSeconds(5));
    bench.carry();

    // Then
    assertThat(addresses(national, 3)).containsExactly(national.page(uri(1)).address());
    assertThat(addresses(harbor, 3)).containsExactly(harbor.page(uri(1)).address());
  }

  static Stream<UnaryOperator<Events>> words() {
    return Stream.of(
        Events::killed,
        story -> story.status(PubStatus.WITHHELD),
        story -> story.embargoedUntil(Events.MORNING.plus(Duration.ofDays(9))),
        story -> story.expires(Events.MORNING),
        story -> story.text("Nobody skates.").agency("spamwire"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void ofWhatTheNewsroomItselfHasTheArchiveIsNotAsked(UnaryOperator<Events> word) {
    // Given
    var sites = TestSites.withArchive("refuses: {agencies: [spamwire]}");
    try (var choosy = new Workbench(sites)) {
      choosy.enter(word.apply(story(1)));
      choosy.carry();

      // When
      choosy.enter(story(3).relatedInArchive(1, 0));
      choosy.carry();

      // Then
      assertThat(addresses(choosy.at(NATIONAL), 3)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("words")
  void whateverComesOfAnArchivedStoryThePagesThatLinkItAreDrawnAgain(UnaryOperator<Events> word) {
    // Given
    var sites = TestSites.withArchive("refuses: {agencies: [spamwire]}");
    try (var choosy = new Workbench(sites)) {
      choosy.enter(story(3).relatedInArchive(1, 0));
      choosy.carry();
      assertThat(addresses(choosy.at(NATIONAL), 3)).hasSize(1);

      // When
      choosy.enter(word.apply(story(1)));
      choosy.carry();

      // Then
      assertThat(addresses(choosy.at(NATIONAL), 3)).isEmpty();
    }
  }

  @Test
  void aLinkDoesNotSurviveAKillThatAnotherInstanceEnteredMeanwhile() {
    // Given
    try (var other = bench.beside()) {
      bench.enter(story(3).relatedInArchive(1, 0));
      national.answer =
          dispatch -> {
            national.answer = Recording::accept;
            other.enter(story(1).killed());
            return Recording.accept(dispatch);
          };

      // When
      bench.carry(NATIONAL);

      // Then
      assertThat(national.carried).hasSize(2);
      assertThat(addresses(national, 3)).isEmpty();
    }
  }

  @Test
  void aKillThatComesWhileALinkIsWrittenDownWaitsAndFindsIt() {
    // Given
    bench.enter(story(3).relatedInArchive(2, 0));
    bench.carry();
    assertThat(bench.column("due_at", NATIONAL, 3)).isEqualTo("null");

    // When
    var kill =
        bench
            .bean(TransactionTemplate.class)
            .execute(
                _ -> {
                  new ArchiveLinks(bench.jdbc).linking(List.of(uri(1)));
                  var entering = CompletableFuture.runAsync(() -> bench.enter(story(1).killed()));
                  await().until(this::somebodyWaits);
                  bench.jdbc.update(
                      "update publish.promo set target = ? where destination = ?",
                      uri(1),
                      NATIONAL);
                  return entering;
                });
    kill.join();

    // Then
    assertThat(bench.column("due_at", NATIONAL, 3)).isNotEqualTo("null");
  }

  private boolean somebodyWaits() {
    var waiting =
        bench.jdbc.queryForObject(
            "select count(*) from pg_locks where locktype = 'advisory' and not granted",
            Long.class);
    return waiting != null && waiting > 0;
  }
}
