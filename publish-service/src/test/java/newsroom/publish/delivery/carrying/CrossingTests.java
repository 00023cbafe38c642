package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import newsroom.publish.destination.RecordingKind.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two instances on one ledger, each in the middle of what it does when the other acts.
class CrossingTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench one = new Workbench();
  private final Workbench other = one.beside();

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  /// While this instance carries that story, something else happens.
  private static void meanwhile(Workbench bench, int number, Runnable happens) {
    var destination = bench.at(NATIONAL);
    destination.answer =
        dispatch -> {
          if (dispatch.uri().equals(uri(number))) {
            destination.answer = Recording::accept;
            happens.run();
          }
          return Recording.accept(dispatch);
        };
  }

  @Test
  void aLinkDoesNotSurviveAKillThatAnotherInstanceCarriedMeanwhile() {
    // Given
    one.enter(story(1));
    one.carry();
    one.enter(story(2).related(1, 0));

    // When
    meanwhile(
        one,
        2,
        () -> {
          other.enter(story(1).version(2).killed());
          other.carry(NATIONAL);
        });
    one.carry(NATIONAL);

    // Then
    assertThat(one.at(NATIONAL).carried).filteredOn(it -> it.uri().equals(uri(2))).hasSize(2);
    assertThat(one.at(NATIONAL).page(uri(2)).promos()).isEmpty();
  }

  @Test
  void aLinkDoesNotSurviveARuleThatTookItsStoryDownMeanwhile() {
    // Given
    var harbor = "harbor/recording";
    one.enter(story(1));
    one.carry();
    one.enter(story(2).related(1, 0));
    var destination = one.at(harbor);
    destination.answer =
        dispatch -> {
          destination.answer = Recording::accept;
          other.enter(story(1).version(2).subject("sport"));
          other.carry(harbor);
          return Recording.accept(dispatch);
        };

    // When
    one.carry(harbor);

    // Then
    assertThat(one.at(harbor).page(uri(2)).promos()).isEmpty();
  }

  @Test
  void whatAnotherInstanceTookOverIsNotCarried() {
    // Given
    one.enter(story(1));
    var now = one.clock.instant();
    var claims = one.bean(Claims.class);
    var mine = claims.due(new Claims.Claim(NATIONAL, "one", now, now.plusSeconds(60), 10));

    // When
    var late = now.plusSeconds(61);
    claims.due(new Claims.Claim(NATIONAL, "other", late, late.plusSeconds(60), 10));
    var carried = round(one).carry(mine);

    // Then
    assertThat(carried.settlements()).isEmpty();
    assertThat(one.at(NATIONAL).carried).isEmpty();
  }

  @Test
  void whatWasKilledSinceItWasClaimedIsNotCarried() {
    // Given
    one.enter(story(1));
    var now = one.clock.instant();
    var claims = one.bean(Claims.class);
    var mine = claims.due(new Claims.Claim(NATIONAL, "one", now, now.plusSeconds(60), 10));

    // When
    other.enter(story(1).version(2).killed());
    var carried = round(one).carry(mine);
    one.bean(Settlements.class).settle(carried.settlements(), now);
    one.carry(NATIONAL);

    // Then
    assertThat(one.at(NATIONAL).shown).isEmpty();
    assertThat(one.at(NATIONAL).carried).isEmpty();
    assertThat(one.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void aProcessThatStoodStillCarriesNothingOnALeaseThatIsNearlyOver() {
    // Given
    one.enter(story(1));
    var now = one.clock.instant();
    var claims = one.bean(Claims.class);
    var mine = claims.due(new Claims.Claim(NATIONAL, "one", now, now.plusSeconds(30), 10));

    // When
    one.clock.advance(Duration.ofSeconds(15));
    var carried = round(one).carry(mine);

    // Then
    assertThat(carried.settlements()).isEqualTo(List.of());
    assertThat(one.at(NATIONAL).carried).isEmpty();
  }

  private static Round round(Workbench bench) {
    var line =
        bench.bean(Lines.class).all().stream()
            .filter(it -> it.name().equals(NATIONAL))
            .findFirst()
            .orElseThrow();
    return new Round(bench.clock, line, bench.bean(Desk.class));
  }
}
