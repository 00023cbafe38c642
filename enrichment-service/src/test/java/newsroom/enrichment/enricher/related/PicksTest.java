package newsroom.enrichment.enricher.related;

import static newsroom.enrichment.story.Label.ADDITIONAL_REPORTING;
import static newsroom.enrichment.story.Label.IN_CASE_YOU_MISSED_IT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import newsroom.enrichment.morgue.Holdings;
import newsroom.enrichment.ranking.Find;
import newsroom.enrichment.story.Candidate;
import org.junit.jupiter.api.Test;

class PicksTest {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final List<Integer> TWO_PLACES = List.of(2, 6);

  @Test
  void theFirstPlaceIsForTheRunningStoryAndTheSecondForBackground() {
    // Given
    var background = find("background", 0.9, Duration.ofDays(9));
    var running = find("running", 0.5, Duration.ofHours(3));

    // When
    var picks = Picks.deal(List.of(background, running), TWO_PLACES);

    // Then
    assertThat(picks).extracting(Candidate::uri).containsExactly("running", "background");
    assertThat(picks).extracting(Candidate::afterBlock).containsExactly(2, 6);
    assertThat(picks)
        .extracting(Candidate::label)
        .containsExactly(ADDITIONAL_REPORTING, IN_CASE_YOU_MISSED_IT);
  }

  @Test
  void bothAreAdditionalReportingWhenBothAreRecent() {
    var picks =
        Picks.deal(
            List.of(
                find("one", 0.9, Duration.ofHours(1)), find("two", 0.8, Duration.ofMinutes(-5))),
            TWO_PLACES);

    assertThat(picks).extracting(Candidate::label).containsOnly(ADDITIONAL_REPORTING);
  }

  @Test
  void eachPlaceHasItsBestAndThreeFallBacksAndNoStoryStandsTwice() {
    // Given
    var finds =
        IntStream.range(0, 12)
            .mapToObj(i -> find("story" + i, 0.9 - i * 0.05, Duration.ofHours(i * 7L)))
            .toList();

    // When
    var picks = Picks.deal(finds, TWO_PLACES);

    // Then
    assertThat(picks).hasSize(8);
    assertThat(picks).extracting(Candidate::uri).doesNotHaveDuplicates();
    assertThat(picks).filteredOn(pick -> pick.afterBlock() == 2).hasSize(4);
    assertThat(picks)
        .extracting(Candidate::score)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void aStoryWithOnePlaceGetsOneListOfCandidates() {
    var picks = Picks.deal(List.of(find("only", 0.5, Duration.ofDays(30))), List.of(1));

    assertThat(picks)
        .singleElement()
        .satisfies(
            pick -> {
              assertThat(pick.label()).isEqualTo(IN_CASE_YOU_MISSED_IT);
              assertThat(pick.reason()).isEqualTo("shares torrevale, dam; 30 days older");
            });
  }

  @Test
  void storiesOfTheArchiveStandBesideTheNewsroomsOwnAndTakeThePlaceOfNone() {
    // Given
    var own =
        IntStream.range(0, 8).mapToObj(i -> find("own" + i, 0.6 - i * 0.05, days(i))).toList();
    var old = IntStream.range(0, 8).mapToObj(i -> archived("old" + i, 0.9 - i * 0.05, i)).toList();
    var without = Picks.deal(own, TWO_PLACES);

    // When
    var picks = Picks.deal(Stream.concat(old.stream(), own.stream()).toList(), TWO_PLACES);

    // Then
    assertThat(picks).hasSize(16);
    for (int place : TWO_PLACES) {
      assertThat(picks)
          .filteredOn(pick -> pick.afterBlock() == place && pick.archive() == null)
          .extracting(Candidate::uri)
          .containsExactlyElementsOf(
              without.stream()
                  .filter(pick -> pick.afterBlock() == place)
                  .map(Candidate::uri)
                  .toList());
    }
    assertThat(picks.getFirst().archive()).isEqualTo("https://old.test/old0");
    assertThat(picks)
        .extracting(Candidate::score)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static Find archived(String uri, double likeness, int days) {
    var card = new Holdings.Card(uri, "On " + uri, "https://old.test/" + uri);
    return new Find(card, likeness, List.of("dam"), NOON.minus(days(days)), days(days));
  }

  @Test
  void nothingFoundIsNothingLinked() {
    assertThat(Picks.deal(List.of(), TWO_PLACES)).isEmpty();
  }

  private static Find find(String uri, double likeness, Duration age) {
    return new Find(
        new Holdings.Card(uri, "On " + uri),
        likeness,
        List.of("torrevale", "dam"),
        NOON.minus(age),
        age);
  }
}
