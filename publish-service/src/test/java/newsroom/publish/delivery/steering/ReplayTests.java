package newsroom.publish.delivery.steering;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import newsroom.publish.Events;
import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import newsroom.publish.site.TestSites;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTests {

  private static final String NATIONAL = "national/recording";
  private static final String HARBOR = "harbor/recording";

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);
  private final Recording harbor = bench.at(HARBOR);

  @AfterEach
  void close() {
    bench.close();
  }

  private static Choice choice(@Nullable String site, @Nullable Instant since, boolean force) {
    var order = new Order("Ben", "the site was restored", site, force);
    return new Choice(order, null, null, since, null, null);
  }

  private Answer.Many replay(@Nullable String site, @Nullable Instant since, boolean force) {
    return bench.bean(Sweeps.class).replay(choice(site, since, force));
  }

  private void enter(int stories) {
    for (int number = 1; number <= stories; number++) {
      bench.enter(story(number).related(number - 1, 0));
      bench.enter(story(number).related(number - 1, 0).version(2));
    }
    for (int round = 0; round < 3; round++) {
      bench.carry();
      bench.clock.advance(Duration.ofMinutes(1));
    }
  }

  @Test
  void aSiteThatIsReplayedTwiceChangesNothingThatReadersSee() {
    // Given
    enter(20);
    bench.enter(story(3).version(3).killed());
    bench.carry();
    bench.clock.advance(Duration.ofMinutes(1));
    bench.carry();
    var carried = national.carried.size();
    var elsewhere = harbor.carried.size();

    // When
    var answer = replay("national", null, false);
    bench.carry();
    replay("national", null, false);
    bench.carry();

    // Then
    assertThat(answer.deliveries()).isEqualTo(19);
    assertThat(answer.more()).isFalse();
    assertThat(national.carried).hasSize(carried);
    assertThat(harbor.carried).hasSize(elsewhere);
    assertThat(
            bench.jdbc.queryForList(
                "select distinct state from publish.delivery where site = 'national'",
                String.class))
        .containsExactlyInAnyOrder("LIVE", "TAKEN_DOWN");
  }

  @Test
  void byForceEverythingIsCarriedOnceMoreAlsoWhatWasTakenDown() {
    // Given
    enter(4);
    bench.enter(story(3).version(3).killed());
    bench.carry();
    bench.clock.advance(Duration.ofMinutes(1));
    bench.carry();
    national.carried.clear();

    // When
    replay("national", null, true);
    bench.carry();

    // Then
    assertThat(national.carried)
        .filteredOn(Dispatch.Show.class::isInstance)
        .extracting(Dispatch::uri)
        .containsExactlyInAnyOrder(uri(1), uri(2), uri(4));
    assertThat(national.carried)
        .filteredOn(Dispatch.TakeDown.class::isInstance)
        .extracting(Dispatch::uri)
        .containsExactly(uri(3));
    assertThat(bench.state(NATIONAL, 3)).isEqualTo("TAKEN_DOWN");
    assertThat(bench.column("reason", NATIONAL, 3)).isEqualTo("killed by its agency");
  }

  @Test
  void onlyWhatCameInTheTimeThatWasAskedForIsReplayed() {
    // Given
    enter(3);
    var noon = bench.clock.instant();
    bench.enter(story(9));
    bench.carry();
    national.carried.clear();

    // When
    var answer = replay("national", noon, true);
    bench.carry();

    // Then
    assertThat(answer.deliveries()).isEqualTo(1);
    assertThat(national.carried).extracting(Dispatch::uri).containsExactly(uri(9));
  }

  @Test
  void whatMayHaveChangedUnseenIsCarriedAgainByAReplay() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(2).related(1, 0));
    bench.carry();
    national.answer = _ -> new Transmission.Deferred("the reply was lost", null);
    bench.enter(story(1).version(2).headline("Canal opens"));
    bench.carry();
    bench.clock.advance(Duration.ofMinutes(1));
    bench.carry();
    national.answer = Recording::accept;
    national.carried.clear();

    // When
    replay("national", null, false);
    bench.carry();

    // Then
    assertThat(national.carried).extracting(Dispatch::uri).contains(uri(1));
    assertThat(national.page(uri(1)).story().headlines().headline()).isEqualTo("Canal opens");
  }

  @Test
  void aNewSiteGetsWhatTheLedgerKnows() {
    // Given
    enter(3);
    var more =
        TestSites.of(
            """
            - site: inland
              name: Inland
              address: http://inland.test/
              sections: [{path: news, name: News}]
              destinations: [{kind: recording}]
            """);
    try (var later = bench.beside(more)) {
      later.clock.set(bench.clock.instant());

      // When
      var answer = later.bean(Sweeps.class).replay(choice("inland", null, false));
      later.carry();

      // Then
      assertThat(answer.deliveries()).isEqualTo(3);
      assertThat(later.at("inland/recording").shown).containsOnlyKeys(uri(1), uri(2), uri(3));
    }
  }

  @Test
  void aReplayGoesByTheRulesOfToday() {
    // Given
    enter(2);
    var strict =
        TestSites.of(
            """
            - site: national
              name: The National Desk
              address: http://national.test/
              refuses: {subjects: [weather]}
              sections: [{path: news, name: News}]
              destinations: [{kind: recording}]
            """);
    try (var later = bench.beside(strict)) {
      later.clock.set(bench.clock.instant());

      // When
      later.bean(Sweeps.class).replay(choice("national", null, false));
      later.carry();

      // Then
      assertThat(later.state(NATIONAL, 1)).isEqualTo("REFUSED");
      assertThat(later.at(NATIONAL).carried)
          .hasOnlyElementsOfType(Dispatch.TakeDown.class)
          .hasSize(2);
    }
  }

  @Test
  void aReplayedKillStaysAKill() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.bean(Steering.class).story(Act.KILL, uri(1), new Order("Anna", "libel", "harbor", false));
    bench.carry();
    harbor.carried.clear();

    // When
    replay(null, Events.MORNING, true);
    bench.carry();

    // Then
    assertThat(harbor.carried).hasOnlyElementsOfType(Dispatch.TakeDown.class).hasSize(1);
    assertThat(harbor.shown).isEmpty();
    assertThat(bench.state(HARBOR, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void whatASiteFailedToTakeIsTriedAgainByTheReason() {
    // Given
    national.answer = _ -> new Transmission.Refused("413 too large");
    enter(5);
    national.answer = _ -> new Transmission.Refused("422 no headline");
    bench.enter(story(6));
    bench.carry();
    national.answer = Recording::accept;

    // When
    var order = new Order("Ben", "the limit was raised", "national", false);
    var answer =
        bench.bean(Sweeps.class).retry(new Choice(order, null, "too large", null, null, null));
    bench.carry();

    // Then
    assertThat(answer.deliveries()).isEqualTo(5);
    assertThat(national.shown).hasSize(5).doesNotContainKey(uri(6));
    assertThat(bench.state(NATIONAL, 6)).isEqualTo("PARKED");
  }

  @Test
  void whatMustGoBecauseItsRightsHaveEndedIsNotParkedByHand() {
    // Given
    bench.enter(story(1), story(2));
    bench.carry();
    national.answer = _ -> new Transmission.Deferred("no answer", null);
    bench.enter(story(1).version(2).expires(bench.clock.instant().minusSeconds(60)));
    bench.enter(story(2).version(2));
    bench.carry();

    // When
    var order = new Order("Ben", "it moves", "national", false);
    var parked = bench.bean(Sweeps.class).park(new Choice(order, null, null, null, null, null));
    national.answer = Recording::accept;
    bench.clock.advance(Duration.ofHours(1));
    bench.carry();

    // Then
    assertThat(parked.deliveries()).isEqualTo(1);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
    assertThat(bench.state(NATIONAL, 2)).isEqualTo("PARKED");
  }

  @Test
  void aWholeSiteIsParkedAndRetried() {
    // Given
    for (int number = 1; number <= 450; number++) {
      bench.enter(story(number));
    }
    var choice =
        new Choice(new Order("Ben", "it moves", "harbor", false), null, null, null, null, null);

    // When
    var parked = bench.bean(Sweeps.class).park(choice);
    bench.carry();

    // Then
    assertThat(parked.deliveries()).isEqualTo(450);
    assertThat(harbor.carried).isEmpty();
    assertThat(national.shown).hasSize(450);

    // When
    var retried = bench.bean(Sweeps.class).retry(choice);
    bench.carry();

    // Then
    assertThat(retried.deliveries()).isEqualTo(450);
    assertThat(harbor.shown).hasSize(450);
  }
}
