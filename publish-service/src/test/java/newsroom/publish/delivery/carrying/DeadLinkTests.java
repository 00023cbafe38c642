package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.rendition.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// No page ever links to a story that readers cannot have.
class DeadLinkTests {

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at("national/recording");
  private final Recording harbor = bench.at("harbor/recording");

  @AfterEach
  void close() {
    bench.close();
  }

  private static List<String> links(Recording site, int number) {
    return site.page(uri(number)).promos().stream().map(Page.Promo::headline).toList();
  }

  /// All that a site was ever brought of a story, not only the last.
  private static boolean everLinked(Recording site, int number) {
    return site.carried.stream()
        .filter(it -> it.uri().equals(uri(number)))
        .anyMatch(it -> it instanceof Dispatch.Show show && !show.page().promos().isEmpty());
  }

  private void aWhile(Duration duration) {
    bench.clock.advance(duration);
    bench.carry();
  }

  @Test
  void anEmbargoedStoryIsLinkedOnceItIsLiveAndNotBefore() {
    // Given
    var end = bench.clock.instant().plus(Duration.ofHours(1));
    bench.enter(story(1).embargoedUntil(end), story(3).related(1, 0));
    bench.carry();
    aWhile(Duration.ofMinutes(59));
    assertThat(everLinked(national, 3)).isFalse();

    // When
    aWhile(Duration.ofMinutes(1));
    aWhile(Duration.ofSeconds(5));

    // Then
    assertThat(links(national, 3)).containsExactly("Canal 1 freezes over");
  }

  @Test
  void anEmbargoedCorrectionIsNotGivenAwayByTheHeadlineOfALink() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(3).related(1, 0));
    bench.carry();

    // When
    var end = bench.clock.instant().plus(Duration.ofHours(1));
    bench.enter(story(1).version(2).headline("Thaw ends skating").embargoedUntil(end));
    bench.carry();
    bench.enter(story(3).version(2).related(1, 0));
    bench.carry();

    // Then
    assertThat(links(national, 3)).containsExactly("Canal 1 freezes over");
  }

  @Test
  void aStoryWhoseRightsHaveExpiredLosesItsLinks() {
    // Given
    bench.enter(story(1).expires(bench.clock.instant().plus(Duration.ofHours(1))), story(2));
    bench.carry();
    bench.enter(story(3).related(1, 0).related(2, 0));
    bench.carry();
    assertThat(links(national, 3)).containsExactly("Canal 1 freezes over");

    // When
    aWhile(Duration.ofHours(1));
    aWhile(Duration.ofSeconds(5));

    // Then
    assertThat(national.shown).doesNotContainKey(uri(1));
    assertThat(links(national, 3)).containsExactly("Canal 2 freezes over");
  }

  @Test
  void aStoryThatASiteTakesNoLongerLosesItsLinksThereAndNowhereElse() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(3).related(1, 0));
    bench.carry();

    // When
    bench.enter(story(1).version(2).subject("sport"));
    bench.carry();
    aWhile(Duration.ofSeconds(5));

    // Then
    assertThat(links(harbor, 3)).isEmpty();
    assertThat(links(national, 3)).hasSize(1);
  }

  @Test
  void aStoryKilledBeforeItWasEverLiveIsNeverLinked() {
    // When
    bench.enter(story(1), story(1).version(2).killed(), story(3).related(1, 0));
    bench.carry();
    aWhile(Duration.ofSeconds(5));

    // Then
    assertThat(everLinked(national, 3)).isFalse();
    assertThat(everLinked(harbor, 3)).isFalse();
  }

  @Test
  void aCorrectedHeadlineKeepsTheAddressThatLinksLeadTo() {
    // Given
    bench.enter(story(1));
    bench.carry();
    var address = national.page(uri(1)).address();
    bench.enter(story(3).related(1, 0));
    bench.carry();

    // When
    bench.enter(story(1).version(2).headline("Thaw ends skating"));
    bench.carry();
    aWhile(Duration.ofSeconds(5));

    // Then
    assertThat(national.page(uri(1)).address()).isEqualTo(address);
    assertThat(national.page(uri(3)).promos().getFirst().address()).isEqualTo(address);
    assertThat(links(national, 3)).containsExactly("Thaw ends skating");
  }
}
