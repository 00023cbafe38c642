package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import newsroom.publish.Events;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aSiteThatDoesNotAnswerIsTriedByThePlanAndThenTheStoryIsParked() {
    // Given
    national.answer = _ -> new Transmission.Deferred("no answer", null);
    bench.enter(story(1));

    // When
    for (int hours = 0; hours < 120 && !bench.state(NATIONAL, 1).equals("PARKED"); hours++) {
      bench.carry(NATIONAL);
      bench.clock.advance(Duration.ofHours(1));
    }

    // Then
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("PARKED");
    assertThat(bench.column("attempts", NATIONAL, 1)).isEqualTo("10");
    assertThat(bench.column("reason", NATIONAL, 1)).startsWith("no answer");

    // When
    national.answer = Recording::accept;
    bench.enter(story(1).version(2));
    bench.carry(NATIONAL);

    // Then
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(2);
  }

  @Test
  void whatIsTriedAgainIsTheSameDispatch() {
    // Given
    national.answer = _ -> new Transmission.Deferred("no answer", null);
    bench.enter(story(1));
    bench.carry(NATIONAL);

    // When
    bench.clock.advance(Duration.ofSeconds(7));
    bench.carry(NATIONAL);

    // Then
    assertThat(national.carried).hasSize(2);
    assertThat(national.carried.get(0).id()).isEqualTo(national.carried.get(1).id());
    assertThat(told(0)).isEqualTo(told(1));
  }

  @Test
  void everyAttemptSaysTheSameTimesAlsoOfALaterVersion() {
    // Given
    bench.enter(story(1));
    bench.carry(NATIONAL);
    national.answer = _ -> new Transmission.Deferred("no answer", null);
    bench.clock.advance(Duration.ofMinutes(1));
    bench.enter(story(1).version(2));
    bench.carry(NATIONAL);

    // When
    bench.clock.advance(Duration.ofSeconds(7));
    bench.carry(NATIONAL);

    // Then
    assertThat(national.carried).hasSize(3);
    assertThat(told(1)).isEqualTo(told(2)).isNotEqualTo(told(0));
    assertThat(told(1).updated()).isAfter(told(1).posted());
  }

  @Test
  void whatWasEmbargoedIsToldAsShownFromTheEmbargosEndOn() {
    // Given
    var embargo = bench.clock.instant().plus(Duration.ofHours(2));
    bench.enter(story(1).embargoedUntil(embargo));

    // When
    bench.clock.set(embargo.plusSeconds(1));
    bench.carry(NATIONAL);

    // Then
    assertThat(told(0).posted()).isEqualTo(embargo);
  }

  private Dispatch.Told told(int attempt) {
    return ((Dispatch.Show) national.carried.get(attempt)).told();
  }

  @Test
  void onlyTheLatestVersionLeavesOnceTheSiteIsBackAndNothingWaitsOutItsPause() {
    // Given
    national.answer = _ -> new Transmission.Deferred("no answer", null);
    for (int number = 1; number <= 5; number++) {
      bench.enter(story(number));
    }
    for (int minutes = 0; minutes < 360; minutes++) {
      bench.carry(NATIONAL);
      bench.clock.advance(Duration.ofMinutes(1));
    }
    bench.enter(story(1).version(2));
    int before = national.carried.size();

    // When
    national.answer = Recording::accept;
    bench.carry(NATIONAL);

    // Then
    assertThat(national.shown).hasSize(5);
    assertThat(national.carried).hasSize(before + 5);
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(2);
  }

  @Test
  void aSiteThatAsksForQuietIsLeftAlone() {
    // Given
    var until = bench.clock.instant().plus(Duration.ofHours(1));
    national.answer = _ -> new Transmission.Deferred("busy", until);
    bench.enter(story(1));
    bench.carry(NATIONAL);
    national.answer = Recording::accept;

    // When
    bench.enter(story(2));
    bench.clock.set(until.minusSeconds(1));
    bench.carry(NATIONAL);

    // Then
    assertThat(national.carried).hasSize(1);

    // When
    bench.clock.set(until);
    bench.carry(NATIONAL);

    // Then
    assertThat(national.shown).hasSize(2);
  }

  @Test
  void whatTheSiteRefusesIsParkedWithTheReason() {
    // Given
    national.answer = _ -> new Transmission.Refused("the receiver answered 422");

    // When
    bench.enter(story(1));
    bench.carry();

    // Then
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("PARKED");
    assertThat(bench.column("reason", NATIONAL, 1)).isEqualTo("the receiver answered 422");
  }

  @Test
  void pausesGrowAndAreShakenAndTheSitesOwnWishIsHonouredUpToADay() {
    // Given
    var plan = new RetryPlan(List.of(Duration.ofSeconds(10), Duration.ofMinutes(5)));
    var now = Events.MORNING;
    var random = new Random(3);

    // Then
    for (int i = 0; i < 100; i++) {
      assertThat(plan.next(1, now, null, random).orElseThrow())
          .isBetween(now.plusSeconds(9), now.plusSeconds(10));
    }
    assertThat(plan.next(2, now, now.plusSeconds(900), random)).contains(now.plusSeconds(900));
    assertThat(plan.next(2, now, now.plus(Duration.ofDays(365)), random))
        .contains(now.plus(Duration.ofHours(24)));
    assertThat(plan.next(3, now, null, random)).isEmpty();
  }

  @Test
  void aKillIsSentAfterHandsThatNeverSettled() {
    // Given
    bench.enter(story(1));
    var now = bench.clock.instant();
    var claims = bench.bean(Claims.class);
    claims.due(new Claims.Claim(NATIONAL, "killed-with-9", now, now.plusSeconds(30), 10));

    // When
    bench.enter(story(1).version(2).killed());
    bench.clock.advance(Duration.ofMinutes(1));
    bench.carry(NATIONAL);

    // Then
    assertThat(national.carried.getLast()).isInstanceOf(Dispatch.TakeDown.class);
  }

  @Test
  void aLeaseThatRanOutIsTakenOverAndTheLateHandsChangeNothing() {
    // Given
    bench.enter(story(1));
    var claims = bench.bean(Claims.class);
    var now = bench.clock.instant();
    var until = now.plusSeconds(30);
    var late = claims.due(new Claims.Claim(NATIONAL, "other", now, until, 10));
    assertThat(claims.due(new Claims.Claim(NATIONAL, "me", now, until, 10))).isEmpty();

    // When
    bench.clock.set(until);
    bench.carry(NATIONAL);
    bench.enter(story(1).version(2));
    var settlement =
        new Outcomes(new RetryPlan(List.of()), new Random(1), now).broken(late.getFirst(), "late");
    var settled = bench.bean(Settlements.class).settle(List.of(settlement), until);

    // Then
    assertThat(settled.settled()).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("DUE");
    assertThat(bench.column("live_version", NATIONAL, 1)).isEqualTo("1");
  }

  @Test
  void anInstanceTakesBackItsOwnAtStartAndNobodyElses() {
    // Given
    bench.enter(story(1));
    bench.enter(story(2));
    var claims = bench.bean(Claims.class);
    Instant now = bench.clock.instant();
    claims.due(new Claims.Claim(NATIONAL, "publish", now, now.plusSeconds(30), 1));
    claims.due(new Claims.Claim(NATIONAL, "other", now, now.plusSeconds(30), 1));

    // When
    bench.bean(Ownership.class).resume();
    bench.carry(NATIONAL);

    // Then
    assertThat(national.shown).hasSize(1);
  }

  @Test
  void aVersionThatComesWhileTheOneBeforeIsCarriedFollowsIt() {
    // Given
    bench.enter(story(1));
    national.answer =
        dispatch -> {
          if (dispatch.mark().version() == 1) {
            bench.enter(story(1).version(2));
          }
          return Recording.accept(dispatch);
        };

    // When
    bench.carry(NATIONAL);

    // Then
    assertThat(national.carried).extracting(it -> it.mark().version()).containsExactly(1L, 2L);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
    assertThat(bench.column("live_version", NATIONAL, 1)).isEqualTo("2");
  }

  @Test
  void aKillThatComesWhileTheFirstVersionIsCarriedTakesItDown() {
    // Given
    bench.enter(story(1));
    national.answer =
        dispatch -> {
          if (dispatch.mark().version() == 1) {
            bench.enter(story(1).version(2).killed());
          }
          return Recording.accept(dispatch);
        };

    // When
    bench.carry(NATIONAL);

    // Then
    assertThat(national.shown).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }
}
