package newsroom.enrichment.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsroom.enrichment.enricher.Enrichment;
import newsroom.enrichment.story.Candidate;
import newsroom.enrichment.story.Label;
import newsroom.enrichment.story.Telling;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  @Test
  void aStoryThatTakesAPlaceIsBetter() {
    assertThat(isBetter(List.of("a", "b"), List.of("new", "a", "b"), Set.of("new"), Set.of()))
        .isTrue();
  }

  @Test
  void aStoryThatFillsAnEmptyPlaceIsBetter() {
    assertThat(isBetter(List.of("a"), List.of("a", "new"), Set.of("new"), Set.of())).isTrue();
  }

  @Test
  void aFallBackMakesNoDifference() {
    assertThat(isBetter(List.of("a", "b"), List.of("a", "b", "new"), Set.of("new"), Set.of()))
        .isFalse();
  }

  @Test
  void anotherOrderOfTheSameMakesNoDifference() {
    assertThat(isBetter(List.of("a", "b"), List.of("b", "a"), Set.of("new"), Set.of())).isFalse();
  }

  @Test
  void aPlaceIsNotGivenUpForABetterOne() {
    assertThat(isBetter(List.of("a", "b"), List.of("new"), Set.of("new"), Set.of())).isFalse();
  }

  @Test
  void aStoryThatTakesAPlaceOnSitesWithoutTheArchiveIsBetter() {
    assertThat(isBetter(List.of("/old", "b", "a"), List.of("/old", "b", "new"), "new")).isTrue();
    assertThat(isBetter(List.of("/old", "b", "a"), List.of("new", "b", "a"), "new")).isTrue();
    assertThat(isBetter(List.of("/old", "b"), List.of("new", "b"), "new")).isTrue();
  }

  @Test
  void aFallBackBehindTheArchiveAndAnotherMakesNoDifference() {
    var before = List.of("/old", "b", "a");

    assertThat(isBetter(before, List.of("/old", "b", "a", "c", "new"), "new")).isFalse();
  }

  private static boolean isBetter(List<String> then, List<String> now, String come) {
    return isBetter(then, now, Set.of(come), Set.of());
  }

  @Test
  void aDeadLinkGoesAlsoWhereItWasAFallBackAndWhateverIsLeft() {
    assertThat(isBetter(List.of("a", "b", "dead"), List.of("a"), Set.of(), Set.of("dead")))
        .isTrue();
  }

  @Test
  void aDeadStoryThatIsStillFoundIsTooEarly() {
    var look = look(Set.of(), Set.of("dead"));

    assertThat(new Comparison(links("a"), today("dead"), look).isTooEarly()).isTrue();
    assertThat(new Comparison(links("a"), today("a"), look).isTooEarly()).isFalse();
  }

  @Test
  void anotherTellingIsTold() {
    var telling = new Telling("new", "rival", 0.8, NOON);
    var today = new Enrichment(today("a").related(), List.of(telling), List.of());

    assertThat(new Comparison(links("a"), today, look(Set.of("new"), Set.of())).isBetter())
        .isTrue();
    assertThat(new Comparison(links("a"), today, look(Set.of("other"), Set.of())).isBetter())
        .isFalse();
  }

  private static boolean isBetter(
      List<String> then, List<String> now, Set<String> come, Set<String> gone) {
    var before = links(then.toArray(String[]::new));
    var today = today(now.toArray(String[]::new));
    return new Comparison(before, today, look(come, gone)).isBetter();
  }

  private static Due.Look look(Set<String> come, Set<String> gone) {
    return new Due.Look("young", NOON, new HashSet<>(come), new HashSet<>(gone), 0);
  }

  private static Young.Links links(String... uris) {
    return new Young.Links(today(uris).related(), List.of());
  }

  /// For two places, each with its fall-backs, the best of both first.
  private static Enrichment today(String... uris) {
    var related = new ArrayList<Candidate>();
    for (var uri : uris) {
      int place = related.size() % 2 == 0 ? 3 : 6;
      var archive = uri.startsWith("/") ? "https://old.test" + uri : null;
      related.add(new Candidate(uri, uri, Label.ADDITIONAL_REPORTING, 0.5, "", place, archive));
    }
    return new Enrichment(related, List.of());
  }
}
