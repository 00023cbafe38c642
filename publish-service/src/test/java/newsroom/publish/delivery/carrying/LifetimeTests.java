package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import newsroom.publish.delivery.Columns;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What happens to a story between its embargo and its end, whatever the process and the clock do.
class LifetimeTests {

  private static final String NATIONAL = "national/recording";
  private static final Duration HOUR = Duration.ofHours(1);

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);
  private final Instant start = bench.clock.instant();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anEmbargoHoldsAcrossARestart() {
    // Given
    bench.enter(story(1).embargoedUntil(start.plus(HOUR)));
    bench.carry();

    // When
    try (var next = bench.beside()) {
      next.clock.set(start.plus(HOUR).minusMillis(1));
      next.carry();

      // Then
      assertThat(next.at(NATIONAL).carried).isEmpty();

      // When
      next.clock.set(start.plus(HOUR));
      next.carry();

      // Then
      assertThat(next.at(NATIONAL).shown).containsKey(uri(1));
    }
    assertThat(national.carried).isEmpty();
  }

  @Test
  void anEmbargoThatIsMovedEarlierEndsEarlier() {
    // Given
    bench.enter(story(1).embargoedUntil(start.plus(HOUR.multipliedBy(9))));
    bench.carry();

    // When
    bench.enter(story(1).version(2).embargoedUntil(start.plus(HOUR)));
    bench.carry();

    // Then
    assertThat(national.carried).isEmpty();

    // When
    bench.clock.advance(HOUR);
    bench.carry();

    // Then
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(2);
  }

  @Test
  void anEmbargoThatIsMovedLaterEndsLater() {
    // Given
    bench.enter(story(1).embargoedUntil(start.plus(HOUR)));
    bench.carry();

    // When
    bench.enter(story(1).version(2).embargoedUntil(start.plus(HOUR.multipliedBy(3))));
    bench.clock.advance(HOUR.multipliedBy(2));
    bench.carry();

    // Then
    assertThat(national.carried).isEmpty();
    assertThat(bench.column("reason", NATIONAL, 1)).startsWith("embargoed until");

    // When
    bench.clock.advance(HOUR);
    bench.carry();

    // Then
    assertThat(national.shown).containsKey(uri(1));
  }

  @Test
  void anEmbargoThatIsMovedLaterBetweenClaimingAndLeavingHolds() {
    // Given
    bench.enter(story(1).embargoedUntil(start.plus(HOUR)));
    bench.clock.advance(HOUR);
    var now = bench.clock.instant();
    var claim = new Claims.Claim(NATIONAL, "publish", now, now.plusSeconds(60), 10);
    var claimed = bench.bean(Claims.class).due(claim);

    // When
    bench.enter(story(1).version(2).embargoedUntil(now.plus(HOUR)));
    var line = bench.bean(Lines.class).all().getFirst();
    var carried = new Round(bench.clock, line, bench.bean(Desk.class)).carry(claimed);
    bench.bean(Settlements.class).settle(carried.settlements(), now);
    bench.carry();

    // Then
    assertThat(line.name()).isEqualTo(NATIONAL);
    assertThat(national.carried).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("HELD");
  }

  @Test
  void aClockThatIsSetBackLetsNothingLeaveBeforeItsTime() {
    // Given
    bench.enter(story(1).embargoedUntil(start.plus(HOUR)));
    bench.clock.set(start.plus(HOUR.multipliedBy(2)));
    var now = bench.clock.instant();
    var claim = new Claims.Claim(NATIONAL, "publish", now, now.plusSeconds(60), 10);
    var claimed = bench.bean(Claims.class).due(claim);

    // When
    bench.clock.set(start);
    var line = bench.bean(Lines.class).all().getFirst();
    var carried = new Round(bench.clock, line, bench.bean(Desk.class)).carry(claimed);
    bench.bean(Settlements.class).settle(carried.settlements(), start);
    bench.carry();

    // Then
    assertThat(national.carried).isEmpty();

    // When
    bench.clock.set(start.plus(HOUR));
    bench.carry();

    // Then
    assertThat(national.shown).containsKey(uri(1));
  }

  @Test
  void aKillWhileTheFirstVersionsReplyIsLostTakesDownWhatMayBeThere() {
    // Given
    bench.enter(story(1));
    national.answer =
        dispatch -> {
          national.answer = Recording::accept;
          bench.enter(story(1).version(2).killed());
          return new Transmission.Deferred("the connection was reset", null);
        };

    // When
    bench.carry(NATIONAL);

    // Then
    assertThat(national.carried).hasSize(2);
    assertThat(national.carried.getLast()).isInstanceOf(Dispatch.TakeDown.class);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void aKillOfAnEmbargoedStoryLetsNothingLeaveAtItsTime() {
    // Given
    bench.enter(story(1).embargoedUntil(start.plus(HOUR)));
    bench.carry();

    // When
    bench.enter(story(1).version(2).killed());
    bench.clock.advance(HOUR.multipliedBy(2));
    bench.carry();

    // Then
    assertThat(national.carried).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void aReinstatedStoryIsBackAtItsOldAddressWithItsOldDate() {
    // Given
    bench.enter(story(1));
    bench.carry();
    var before = national.page(uri(1));
    bench.enter(story(1).version(2).killed());
    bench.clock.advance(HOUR);
    bench.carry();

    // When
    bench.enter(story(1).version(3).headline("The ice was thick after all"));
    bench.carry();

    // Then
    var page = national.page(uri(1));
    assertThat(page.address()).isEqualTo(before.address());
    assertThat(page.posted()).isEqualTo(before.posted());
    assertThat(page.updated()).isNotNull();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
  }

  @Test
  void whatHasExpiredBeforeItCameIsNeverShown() {
    // When
    bench.enter(story(1).expires(start.minusSeconds(1)));
    bench.carry();

    // Then
    assertThat(national.carried).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
    assertThat(bench.column("reason", NATIONAL, 1)).startsWith("expired at");
  }

  @Test
  void rightsThatAreProlongedKeepTheStory() {
    // Given
    bench.enter(story(1).expires(start.plus(HOUR)));
    bench.carry();

    // When
    bench.enter(story(1).version(2).expires(start.plus(HOUR.multipliedBy(5))));
    bench.carry();
    bench.clock.advance(HOUR.multipliedBy(2));
    bench.carry();

    // Then
    assertThat(national.shown).containsKey(uri(1));

    // When
    bench.clock.advance(HOUR.multipliedBy(3));
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
  }

  @Test
  void rightsThatEndWhileTheSiteIsAwayTakeTheStoryDownOnceItIsBack() {
    // Given
    bench.enter(story(1).expires(start.plus(HOUR)));
    bench.carry();
    bench.clock.advance(HOUR);
    national.answer = _ -> new Transmission.Deferred("no answer", null);
    bench.carry();

    // When
    bench.clock.advance(HOUR);
    national.answer = Recording::accept;
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void whatIsLiveExpiresAtItsTimeEvenWhereANewerVersionWasGivenUp() {
    // Given
    bench.enter(story(1).expires(start.plus(HOUR)));
    bench.carry();
    national.answer = _ -> new Transmission.Refused("the receiver answered 422");
    bench.enter(story(1).version(2).expires(start.plus(HOUR.multipliedBy(9))));
    bench.carry();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("PARKED");

    // When
    national.answer = Recording::accept;
    bench.clock.advance(HOUR);
    bench.carry();

    // Then
    assertThat(national.carried.getLast().mark().version()).isEqualTo(2);
  }

  /// A site that takes its time.
  private void takesAMinute() {
    national.answer =
        dispatch -> {
          bench.clock.advance(Duration.ofMinutes(1));
          return Recording.accept(dispatch);
        };
  }

  @Test
  void anEmbargoThatEndsWhileTheVersionBeforeItIsBroughtIsNotForgotten() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(1).version(2).embargoedUntil(start.plusSeconds(30)));
    drawAgain();
    takesAMinute();

    // When
    bench.carry();

    // Then
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(2);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
  }

  @Test
  void rightsThatEndWhileTheStoryIsBroughtTakeItDownAtOnce() {
    // Given
    bench.enter(story(1).expires(start.plusSeconds(30)));
    takesAMinute();

    // When
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  /// The page of the version before is drawn again, for its links.
  private void drawAgain() {
    bench.jdbc.update(
        "update publish.delivery set due_at = ?, live_hash = null", Columns.sql(start));
  }

  @Test
  void anEmbargoEndsAtItsTimeThoughTheVersionBeforeItWasRefused() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(1).version(2).embargoedUntil(start.plus(HOUR)));
    drawAgain();
    national.answer = _ -> new Transmission.Refused("the receiver answered 422");
    bench.carry();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("PARKED");

    // When
    national.answer = Recording::accept;
    bench.clock.advance(HOUR);
    bench.carry();

    // Then
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(2);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
  }

  @Test
  void rightsThatEndWhileThePageIsRefusedTakeItDown() {
    // Given
    bench.enter(story(1).expires(start.plusSeconds(30)));
    bench.carry();
    drawAgain();
    national.answer =
        dispatch -> {
          bench.clock.advance(Duration.ofMinutes(1));
          return dispatch instanceof Dispatch.TakeDown
              ? Recording.accept(dispatch)
              : new Transmission.Refused("the receiver answered 422");
        };

    // When
    bench.carry();
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void theNextTryComesNoLaterThanTheEndOfRights() {
    // Given
    bench.enter(story(1).expires(start.plus(HOUR)));
    bench.carry();
    drawAgain();
    bench.jdbc.update("update publish.delivery set attempts = 7");
    national.answer = _ -> new Transmission.Deferred("the receiver answered 500", null);
    bench.carry();

    // When
    national.answer = Recording::accept;
    bench.clock.advance(HOUR);
    bench.carry();

    // Then
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void rightsEndAtTheirTimeThoughAProbeBeforeItWasRefused() {
    // Given
    bench.enter(story(1).expires(start.plus(HOUR)));
    bench.carry();
    drawAgain();
    bench.jdbc.update("update publish.delivery set attempts = 7");
    national.answer = _ -> new Transmission.Deferred("the receiver answered 500", null);
    bench.carry();
    national.answer = _ -> new Transmission.Refused("the receiver answered 422");
    bench.clock.advance(Duration.ofMinutes(1));
    bench.carry();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("PARKED");

    // When
    national.answer = Recording::accept;
    bench.clock.advance(HOUR);
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void aVersionUnderEmbargoLeavesTheEndOfWhatIsJustBeingShownAlone() {
    // Given
    bench.enter(story(1).expires(start.plus(HOUR)));
    national.answer =
        dispatch -> {
          bench.enter(story(1).version(2).embargoedUntil(start.plus(HOUR.multipliedBy(9))));
          national.answer = Recording::accept;
          return Recording.accept(dispatch);
        };
    bench.carry();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("HELD");

    // When
    bench.clock.advance(HOUR);
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
  }

  @Test
  void aCorrectionWithAnotherHeadlineKeepsTheAddressAcrossARestart() {
    // Given
    bench.enter(story(1));
    bench.carry();
    var address = national.page(uri(1)).address();

    // When
    try (var next = bench.beside()) {
      next.enter(story(1).version(2).headline("Correction: canal 1 does not freeze"));
      next.carry();

      // Then
      assertThat(next.at(NATIONAL).page(uri(1)).address()).isEqualTo(address);
    }
  }
}
