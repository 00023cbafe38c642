package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.archived;
import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import newsroom.publish.Events;
import newsroom.publish.delivery.carrying.Settlement.Outcome;
import newsroom.publish.delivery.steering.ByHand;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import newsroom.publish.rendition.Page;
import newsroom.publish.site.TestSites;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pages that are in hand while a story that they link to goes.
class InHandTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench(TestSites.withArchive());
  private final Recording national = bench.at(NATIONAL);

  @AfterEach
  void close() {
    bench.close();
  }

  private List<URI> links() {
    return national.page(uri(3)).promos().stream().map(Page.Promo::address).toList();
  }

  private List<Claimed> claimed() {
    var now = bench.clock.instant();
    return bench
        .bean(Claims.class)
        .due(new Claims.Claim(NATIONAL, "publish", now, now.plusSeconds(60), 10));
  }

  private List<Settlement> carried(List<Claimed> claimed) {
    var line = bench.bean(Lines.class).all().getFirst();
    assertThat(line.name()).isEqualTo(NATIONAL);
    return new Round(bench.clock, line, bench.bean(Desk.class)).carry(claimed).settlements();
  }

  private void settle(List<Settlement> settlements) {
    bench.bean(Settlements.class).settle(settlements, bench.clock.instant());
  }

  private static Events linking() {
    return story(3).relatedInArchive(1, 0);
  }

  /// To be drawn again, with nothing that has changed.
  private void due() {
    bench.jdbc.update(
        "update publish.delivery set due_at = ?, seq = seq + 1 where destination = ?",
        Timestamp.from(bench.clock.instant()),
        NATIONAL);
  }

  @Test
  void aPageThatIsFoundAsItWasWhileAnArchivedStoryIsKilledLosesItsLink() {
    // Given
    bench.enter(linking());
    bench.carry();
    assertThat(links()).containsExactly(URI.create(archived(1)));
    due();
    var settlements = carried(claimed());
    assertThat(settlements).extracting(Settlement::outcome).containsExactly(Outcome.NOTHING);

    // When
    bench.enter(story(1).killed());
    settle(settlements);
    bench.carry();

    // Then
    assertThat(links()).isEmpty();
  }

  @Test
  void aPageThatIsParkedWhileAnArchivedStoryIsKilledLosesItsLink() {
    // Given
    bench.enter(linking());
    bench.carry();
    bench.enter(linking().version(2));
    national.answer = _ -> new Transmission.Refused("the receiver answered 422");
    var settlements = carried(claimed());
    assertThat(settlements).extracting(Settlement::outcome).containsExactly(Outcome.PARKED);

    // When
    national.answer = Recording::accept;
    bench.enter(story(1).killed());
    settle(settlements);
    bench.carry();

    // Then
    assertThat(links()).isEmpty();
  }

  @Test
  void aPageThatIsParkedWhileAStoryItLinksToIsKilledLosesItsLink() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(3).related(1, 0));
    bench.carry();
    assertThat(links()).hasSize(1);
    bench.enter(story(3).version(2).related(1, 0));
    national.answer = _ -> new Transmission.Refused("the receiver answered 422");
    var settlements = carried(claimed());

    // When
    national.answer = Recording::accept;
    bench.enter(story(1).version(2).killed());
    bench.carry(NATIONAL);
    settle(settlements);
    bench.carry(NATIONAL);

    // Then
    assertThat(links()).isEmpty();
  }

  @Test
  void aPageThatIsFoundAsItWasLiesStill() {
    // Given
    bench.enter(linking());
    bench.carry();
    bench.enter(story(1));
    bench.carry();
    bench.clock.advance(Duration.ofSeconds(5));
    bench.carry();

    // When
    int carried = national.carried.size();
    due();
    bench.carry(NATIONAL);

    // Then
    assertThat(national.carried).hasSize(carried);
    assertThat(bench.column("due_at", NATIONAL, 3)).isEqualTo("null");
  }

  @Test
  void aPageThatIsToBeBroughtOnceMoreWhileItIsInHandIsBroughtOnceMore() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(1).version(2));
    var settlements = carried(claimed());
    assertThat(settlements).extracting(Settlement::outcome).containsExactly(Outcome.LIVE);
    int before = national.carried.size();

    // When
    ByHand.replay(bench, "national");
    settle(settlements);
    bench.carry();

    // Then
    assertThat(national.carried).hasSize(before + 1);
  }
}
