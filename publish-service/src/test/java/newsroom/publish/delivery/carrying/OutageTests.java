package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import newsroom.publish.delivery.conduct.Conduct;
import newsroom.publish.delivery.conduct.Footing;
import newsroom.publish.delivery.conduct.Recovery;
import newsroom.publish.delivery.steering.ByHand;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A site away for hours and for days, on a clock that goes when it is told.
class OutageTests {

  private static final String NATIONAL = "national/recording";
  private static final Duration PROBE = Duration.ofSeconds(30);

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);

  @AfterEach
  void close() {
    bench.close();
  }

  private void down() {
    national.answer = _ -> new Transmission.Deferred("national.test cannot be reached", null);
  }

  private void up() {
    national.answer = Recording::accept;
  }

  /// Time goes by, and the carrier looks as often as it would.
  private void pass(Duration time, Duration step) {
    var end = bench.clock.instant().plus(time);
    while (bench.clock.instant().isBefore(end)) {
      bench.carry(NATIONAL);
      bench.clock.advance(step);
    }
  }

  private List<@Nullable String> notices() {
    return bench.jdbc.queryForList("select said from publish.notice order by id", String.class);
  }

  private long count(String where) {
    var sql = "select count(*) from publish.delivery where destination = ? and " + where;
    return Objects.requireNonNull(bench.jdbc.queryForObject(sql, Long.class, NATIONAL));
  }

  @Test
  void afterSixHoursEverythingLeavesWithinAMinuteAndOnlyInItsLatestVersion() {
    // Given
    down();
    for (int number = 1; number <= 60; number++) {
      bench.enter(story(number));
      pass(Duration.ofMinutes(6), Duration.ofMinutes(1));
      if (number % 3 == 0) {
        bench.enter(story(number).version(2));
      }
    }
    int before = national.carried.size();

    // When
    up();
    pass(Duration.ofSeconds(60), Duration.ofSeconds(1));

    // Then
    assertThat(national.shown).hasSize(60);
    assertThat(national.carried).hasSize(before + 60);
    for (int number = 1; number <= 60; number++) {
      assertThat(national.page(uri(number)).story().mark().version())
          .isEqualTo(number % 3 == 0 ? 2 : 1);
    }
    assertThat(notices()).isEmpty();
  }

  @Test
  void afterEightyHoursStoriesAreParkedItsOperatorIsToldOnceAndARetryDeliversAll() {
    // Given
    down();
    for (int number = 1; number <= 40; number++) {
      bench.enter(story(number));
    }

    // When
    pass(Duration.ofHours(80), Duration.ofMinutes(20));

    // Then
    assertThat(count("state = 'PARKED' and reason like '%given up after 10 tries%'")).isEqualTo(40);
    assertThat(notices()).containsExactly("GIVEN_UP");

    // When
    up();
    pass(Duration.ofMinutes(5), Duration.ofSeconds(10));

    // Then
    assertThat(national.shown).isEmpty();

    // When
    bench.enter(story(7).version(2), story(8).version(2).killed());
    int before = national.carried.size();
    int due = ByHand.retry(bench, NATIONAL, null, bench.clock.instant());
    bench.carry(NATIONAL);

    // Then
    assertThat(due).isEqualTo(38);
    assertThat(national.shown).hasSize(39).doesNotContainKey(uri(8));
    assertThat(national.page(uri(7)).story().mark().version()).isEqualTo(2);
    assertThat(national.carried).hasSize(before + 40);
    assertThat(count("state = 'PARKED'")).isZero();
  }

  @Test
  void aRetryOfATimeBringsWhatCameInItAndEachOnce() {
    // Given
    national.answer = _ -> new Transmission.Refused("the receiver answered 403");
    bench.enter(story(1));
    bench.carry(NATIONAL);
    bench.clock.advance(Duration.ofHours(1));
    var from = bench.clock.instant();
    bench.enter(story(2));
    bench.carry(NATIONAL);
    bench.clock.advance(Duration.ofHours(1));
    var to = bench.clock.instant();
    bench.enter(story(3));
    bench.carry(NATIONAL);
    up();

    // When
    int due = ByHand.retry(bench, NATIONAL, from, to);
    int again = ByHand.retry(bench, NATIONAL, from, to);
    bench.carry(NATIONAL);

    // Then
    assertThat(due).isEqualTo(1);
    assertThat(again).isZero();
    assertThat(national.shown).containsOnlyKeys(uri(2));
  }

  @Test
  void whileItsCircuitIsOpenASiteSeesOneStoryInAProbeAndNothingElse() {
    // Given
    down();
    for (int number = 1; number <= 5; number++) {
      bench.enter(story(number));
    }
    bench.carry(NATIONAL);
    int before = national.carried.size();

    // When
    for (int number = 6; number <= 105; number++) {
      bench.enter(story(number));
    }
    pass(PROBE.multipliedBy(10), Duration.ofSeconds(1));

    // Then
    assertThat(national.carried.size() - before).isBetween(9, 11);
    assertThat(count("state = 'DUE' and reason like 'not tried%'")).isGreaterThan(90);

    // When
    up();
    pass(PROBE.plusSeconds(1), Duration.ofSeconds(1));

    // Then
    assertThat(national.shown).hasSize(105);
  }

  @Test
  void oneStoryThatAlwaysFailsHoldsUpNoOtherAndHasAllItsTries() {
    // Given
    national.answer =
        dispatch ->
            dispatch.uri().equals(uri(1))
                ? new Transmission.Deferred("the receiver answered 500", null)
                : Recording.accept(dispatch);
    bench.enter(story(1));

    // When
    for (int number = 2; number <= 60; number++) {
      bench.enter(story(number));
      bench.carry(NATIONAL);
      assertThat(national.shown).containsKey(uri(number));
      bench.clock.advance(Duration.ofSeconds(10));
    }

    // Then
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("DUE");
    assertThat(Integer.parseInt(bench.column("attempts", NATIONAL, 1))).isLessThan(4);
  }

  @Test
  void aKillThatWaitedGoesBeforeEverythingElseOnceTheSiteIsBack() {
    // Given
    bench.enter(story(1));
    bench.carry(NATIONAL);
    down();
    for (int number = 2; number <= 20; number++) {
      bench.enter(story(number));
    }
    bench.carry(NATIONAL);
    bench.enter(story(1).version(2).killed());
    pass(Duration.ofHours(1), Duration.ofMinutes(1));
    int before = national.carried.size();

    // When
    up();
    pass(Duration.ofMinutes(1), Duration.ofSeconds(1));

    // Then
    assertThat(national.carried.subList(before, before + 2))
        .anyMatch(it -> it instanceof Dispatch.TakeDown);
    assertThat(national.shown).hasSize(19);
  }

  @Test
  void whatAnEditorParkedWaitsForAnEditorAndNotForTheSite() {
    // Given
    bench.enter(story(1).expires(bench.clock.instant().plus(Duration.ofDays(9))));
    bench.carry(NATIONAL);
    down();
    bench.enter(story(1).version(2).expires(bench.clock.instant().plus(Duration.ofDays(9))));
    bench.enter(story(2));
    bench.carry(NATIONAL);
    ByHand.park(bench, "national", uri(1));
    bench.jdbc.update("update publish.delivery set due_at = live_expires where state = 'PARKED'");
    bench.jdbc.update("update publish.delivery set attempts = 1 where state = 'PARKED'");

    // When
    pass(Duration.ofHours(1), Duration.ofMinutes(1));
    up();
    pass(Duration.ofMinutes(10), Duration.ofSeconds(10));

    // Then
    assertThat(national.shown).containsKey(uri(2));
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(1);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("PARKED");
  }

  @Test
  void aStoryThatIsToBeLookedAtAgainIsAtThatMomentAndThatIsNoFailure() {
    // Given
    var at = bench.clock.instant().plusSeconds(40);
    national.answer = _ -> new Transmission.Deferred("the site may be at it still", at, true);
    bench.enter(story(1));
    bench.carry(NATIONAL);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("DUE");
    assertThat(bench.column("attempts", NATIONAL, 1)).isEqualTo("0");
    assertThat(bench.bean(Conduct.class).footing(NATIONAL)).isEqualTo(Footing.GOOD);
    up();

    // When
    bench.clock.advance(Duration.ofSeconds(39));
    bench.enter(story(2));
    bench.carry(NATIONAL);

    // Then
    assertThat(national.shown).containsOnlyKeys(uri(2));

    // When
    bench.clock.advance(Duration.ofSeconds(1));
    bench.carry(NATIONAL);

    // Then
    assertThat(national.shown).containsKey(uri(1));
  }

  @Test
  void aSiteAtWhichNothingGetsThroughForFiveDaysIsDisabledAndItsOperatorIsToldOnce() {
    // Given
    down();

    // When
    for (int day = 1; day <= 7; day++) {
      bench.enter(story(day));
      pass(Duration.ofDays(1), Duration.ofMinutes(30));
    }

    // Then
    assertThat(notices()).containsOnlyOnce("DISABLED");
    assertThat(count("reason like 'its destination is disabled%' and state = 'PARKED'"))
        .isPositive();
    assertThat(count("state = 'DUE'")).isZero();

    // When
    int before = national.carried.size();
    bench.enter(story(7).version(2), story(8));
    pass(Duration.ofDays(1), Duration.ofHours(1));

    // Then
    assertThat(national.carried).hasSize(before);
    assertThat(bench.state(NATIONAL, 8)).isEqualTo("PARKED");
  }

  @Test
  void aSiteThatComesAndGoesIsNeverDisabled() {
    for (int hour = 0; hour < 24 * 8; hour++) {
      if (hour % 12 == 0) {
        up();
        bench.enter(story(1).version(hour + 1L));
      } else {
        down();
        bench.enter(story(2).version(hour + 1L));
      }
      pass(Duration.ofHours(1), Duration.ofMinutes(30));
    }
    assertThat(notices()).doesNotContain("DISABLED");
  }

  @Test
  void twoFailuresWithDaysOfSilenceBetweenThemDisableNothing() {
    // Given
    national.answer = _ -> new Transmission.Refused("the receiver answered 422");
    bench.enter(story(1));
    bench.carry(NATIONAL);

    // When
    bench.clock.advance(Duration.ofDays(6));
    bench.enter(story(2));
    bench.carry(NATIONAL);

    // Then
    assertThat(notices()).isEmpty();
  }

  @Test
  void aDestinationThatWantsNoMoreIsDisabledAndAfterEnablingGetsTheLatestOfAll() {
    // Given
    bench.enter(story(1), story(2));
    bench.carry(NATIONAL);
    national.answer = _ -> new Transmission.Closed("the receiver answered 410");
    bench.enter(story(3));
    bench.carry(NATIONAL);
    int before = national.carried.size();
    var embargo = bench.clock.instant().plus(Duration.ofDays(2));

    // When
    up();
    bench.enter(story(3).version(2), story(4), story(4).version(2), story(5));
    bench.enter(story(2).version(2).killed(), story(6).embargoedUntil(embargo));
    bench.carry(NATIONAL);
    bench.enter(story(5).version(2).killed());
    pass(Duration.ofHours(1), Duration.ofMinutes(10));

    // Then
    assertThat(national.carried).hasSize(before);
    assertThat(notices()).containsExactly("DISABLED");
    assertThat(bench.state(NATIONAL, 4)).isEqualTo("PARKED");
    assertThat(bench.state(NATIONAL, 6)).isEqualTo("HELD");

    // When
    ByHand.retry(bench, NATIONAL, null, null);
    pass(Duration.ofMinutes(10), Duration.ofMinutes(1));

    // Then
    assertThat(national.carried).hasSize(before);

    // When
    int due = ByHand.enable(bench, NATIONAL);
    bench.carry(NATIONAL);

    // Then
    assertThat(due).isEqualTo(3);
    assertThat(national.carried).hasSize(before + 3);
    assertThat(national.carried.get(before)).isInstanceOf(Dispatch.TakeDown.class);
    assertThat(national.shown).containsOnlyKeys(uri(1), uri(3), uri(4));
    assertThat(national.page(uri(3)).story().mark().version()).isEqualTo(2);
    assertThat(national.page(uri(4)).story().mark().version()).isEqualTo(2);
    assertThat(ByHand.enable(bench, NATIONAL)).isZero();
    assertThat(notices()).containsExactly("DISABLED", "ENABLED");
  }

  @Test
  void whatAnEnablingThatBrokeOffLeftIsMadeDueByWhoeverLooksNext() {
    // Given
    national.answer = _ -> new Transmission.Closed("the receiver answered 410");
    bench.enter(story(1), story(2));
    bench.carry(NATIONAL);
    bench.enter(story(3), story(2).version(2).killed());
    bench.carry(NATIONAL);
    up();
    var now = bench.clock.instant();
    var recovery = bench.bean(Recovery.class);
    assertThat(recovery.goOn(Set.of(NATIONAL), now)).isEmpty();
    assertThat(count("set_aside")).isEqualTo(3);

    // When
    bench.jdbc.update("update publish.destination set disabled_at = null, disabled_why = null");
    var left = recovery.goOn(Set.of(NATIONAL), now);
    bench.carry(NATIONAL);

    // Then
    assertThat(left).containsExactly(NATIONAL);
    assertThat(national.shown).containsOnlyKeys(uri(1), uri(3));
    assertThat(count("set_aside")).isZero();
    assertThat(recovery.goOn(Set.of(NATIONAL), now)).isEmpty();
  }

  @Test
  void whoeverStillTakesASiteForDisabledSetsNothingAsideThere() {
    // Given
    bench.enter(story(1));
    var now = bench.clock.instant();

    // When
    int aside =
        bench
            .bean(Conduct.class)
            .setAside(NATIONAL, new Footing.Disabled(now, "the receiver answered 410"), now);

    // Then
    assertThat(aside).isZero();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("DUE");
  }

  @Test
  void anotherInstanceCarriesNothingToADisabledSiteEither() {
    // Given
    national.answer = _ -> new Transmission.Closed("the receiver answered 410");
    bench.enter(story(1));
    bench.carry(NATIONAL);

    // When
    try (var other = bench.beside()) {
      other.clock.set(bench.clock.instant());
      other.enter(story(2));
      other.carry(NATIONAL);

      // Then
      assertThat(other.at(NATIONAL).carried).isEmpty();
      assertThat(other.state(NATIONAL, 2)).isEqualTo("PARKED");
    }
  }

  @Test
  void aWishToBeLeftAloneOutlivesTheProcess() {
    // Given
    var until = bench.clock.instant().plus(Duration.ofHours(3));
    national.answer = _ -> new Transmission.Deferred("the receiver answered 429", until);
    bench.enter(story(1));
    bench.carry(NATIONAL);

    // When
    try (var next = bench.beside()) {
      next.clock.set(until.minusSeconds(1));
      next.enter(story(2));
      next.carry(NATIONAL);

      // Then
      assertThat(next.at(NATIONAL).carried).isEmpty();

      // When
      next.clock.set(until);
      next.carry(NATIONAL);

      // Then
      assertThat(next.at(NATIONAL).shown).hasSize(2);
    }
  }

  @Test
  void aWishToBeLeftAloneForAYearIsHonouredForADay() {
    // Given
    var start = bench.clock.instant();
    var year = start.plus(Duration.ofDays(365));
    national.answer = _ -> new Transmission.Deferred("the receiver answered 503", year);
    bench.enter(story(1));
    bench.carry(NATIONAL);
    up();

    // When
    bench.clock.set(start.plus(Duration.ofHours(24)).minusSeconds(1));
    bench.carry(NATIONAL);

    // Then
    assertThat(national.shown).isEmpty();

    // When
    bench.clock.advance(Duration.ofSeconds(2));
    bench.carry(NATIONAL);

    // Then
    assertThat(national.shown).hasSize(1);
  }
}
