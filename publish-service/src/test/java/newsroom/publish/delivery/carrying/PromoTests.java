package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.rendition.Page;
import newsroom.schema.PubStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromoTests {

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at("national/recording");
  private final Recording harbor = bench.at("harbor/recording");

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void promosLeadToTheSitesOwnPagesInTheSitesOwnWords() {
    // Given
    bench.enter(story(1), story(2));
    bench.carry();

    // When
    bench.enter(story(3).related(1, 0).related(2, 1));
    bench.carry();

    // Then
    assertThat(harbor.page(uri(3)).promos())
        .extracting(Page.Promo::label, Page.Promo::headline, Page.Promo::afterBlock)
        .containsExactly(
            tuple("MORE", "Canal 1 freezes over", 0), tuple("MORE", "Canal 2 freezes over", 1));
    assertThat(harbor.page(uri(3)).promos().getFirst().address())
        .isEqualTo(harbor.page(uri(1)).address());
  }

  @Test
  void theNextBestStandsInForWhatIsNotLiveOnThisSite() {
    // Given
    bench.enter(story(1).subject("sport"), story(2));
    bench.carry();

    // When
    bench.enter(story(3).related(1, 0).related(2, 0));
    bench.carry();

    // Then
    assertThat(national.page(uri(3)).promos())
        .extracting(Page.Promo::headline)
        .containsExactly("Canal 1 freezes over");
    assertThat(harbor.page(uri(3)).promos())
        .extracting(Page.Promo::headline)
        .containsExactly("Canal 2 freezes over");
  }

  @Test
  void whenAStoryIsKilledEachPageThatLinksToItIsDrawnAgainWithoutTheLink() {
    // Given
    bench.enter(story(1), story(2));
    bench.carry();
    bench.enter(story(3).related(1, 0).related(2, 0));
    bench.carry();

    // When
    bench.enter(story(1).version(2).killed());
    bench.carry();

    // Then
    assertThat(national.page(uri(3)).promos())
        .extracting(Page.Promo::headline)
        .containsExactly("Canal 2 freezes over");
    assertThat(national.page(uri(3)).updated()).isNull();
  }

  @Test
  void aBetterLinkIsTakenSoonAfterItsStoryComesLive() {
    // Given
    bench.enter(story(3).related(1, 0));
    bench.carry();
    assertThat(national.page(uri(3)).promos()).isEmpty();

    // When
    bench.enter(story(1));
    bench.carry();
    int carried = national.carried.size();
    bench.clock.advance(Duration.ofSeconds(5));
    bench.carry();

    // Then
    assertThat(national.carried).hasSize(carried + 1);
    assertThat(national.page(uri(3)).promos()).hasSize(1);
  }

  @Test
  void aNewHeadlineIsTakenOverByThePagesThatLink() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(3).related(1, 0));
    bench.carry();

    // When
    bench.enter(story(1).version(2).headline("Thaw ends skating"));
    bench.carry();
    bench.clock.advance(Duration.ofSeconds(5));
    bench.carry();

    // Then
    assertThat(national.page(uri(3)).promos())
        .extracting(Page.Promo::headline)
        .containsExactly("Thaw ends skating");
  }

  @Test
  void linksOfAWithheldStoryComeBackWithIt() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(3).related(1, 0));
    bench.carry();
    bench.enter(story(1).version(2).status(PubStatus.WITHHELD));
    bench.carry();
    assertThat(national.page(uri(3)).promos()).isEmpty();

    // When
    bench.enter(story(1).version(3));
    bench.carry();
    bench.clock.advance(Duration.ofSeconds(5));
    bench.carry();

    // Then
    assertThat(national.page(uri(3)).promos()).hasSize(1);
  }

  @Test
  void theShelfHoldsWhatIsLiveTheLatestFirst() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.clock.advance(Duration.ofMinutes(1));
    bench.enter(story(2));
    bench.carry();

    // Then
    assertThat(national.shelf.latest(10))
        .extracting(it -> it.story().uri())
        .containsExactly(uri(2), uri(1));
    assertThat(national.shelf.since(bench.clock.instant(), 10)).hasSize(1);

    // When
    bench.enter(story(2).version(2).killed());

    // Then
    assertThat(national.shelf.latest(10))
        .extracting(it -> it.story().uri())
        .containsExactly(uri(1));
  }
}
