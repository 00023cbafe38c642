package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import newsroom.publish.Events;
import newsroom.publish.delivery.Entered;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import newsroom.schema.PubStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarryingTests {

  private static final String NATIONAL = "national/recording";
  private static final String HARBOR = "harbor/recording";

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);
  private final Recording harbor = bench.at(HARBOR);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aStoryComesLiveOnEachSiteThatTakesIt() {
    // When
    Entered entered = bench.enter(story(1), story(2).subject("sport"));
    bench.carry();

    // Then
    assertThat(entered.due()).containsExactlyInAnyOrder(NATIONAL, HARBOR);
    assertThat(national.shown).containsOnlyKeys(uri(1), uri(2));
    assertThat(harbor.shown).containsOnlyKeys(uri(1));
    assertThat(bench.state(HARBOR, 2)).isEqualTo("REFUSED");
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
    assertThat(national.page(uri(1)).address())
        .hasToString("http://national.test/weather/2026/11/20/canal-1-freezes-over-00000001/");
  }

  @Test
  void theSameEventsAgainChangeNothing() {
    // Given
    bench.enter(story(1), story(1).version(2), story(2).killed());
    bench.carry();
    var before = bench.jdbc.queryForList("select * from publish.delivery order by 1, 2");
    int carried = national.carried.size();

    // When
    bench.clock.advance(Duration.ofHours(1));
    var entered = bench.enter(story(1), story(1).version(2), story(2).killed());
    bench.carry();

    // Then
    assertThat(entered.due()).isEmpty();
    assertThat(national.carried).hasSize(carried);
    assertThat(bench.jdbc.queryForList("select * from publish.delivery order by 1, 2"))
        .isEqualTo(before);
  }

  @Test
  void anOlderVersionAfterANewerIsNeverCarried() {
    // When
    bench.enter(story(1).version(3));
    bench.carry();
    bench.enter(story(1).version(2));
    bench.carry();

    // Then
    assertThat(national.carried).hasSize(1);
    assertThat(
            bench.jdbc.queryForList(
                "select outcome from publish.take order by version", String.class))
        .containsExactly("older", "current");
  }

  @Test
  void whateverTheOrderTheSameVersionIsLiveInTheEndAndAKillIsFinal() {
    var random = new Random(7);
    for (int number = 1; number <= 40; number++) {
      // Given
      var words =
          new ArrayList<>(
              List.of(
                  story(number).version(1),
                  story(number).version(2),
                  story(number).version(3),
                  story(number).version(4)));
      boolean killed = number % 2 == 0;
      if (killed) {
        words.add(
            story(number).version(4).created(Events.MORNING.plus(Duration.ofHours(9))).killed());
      }
      Collections.shuffle(words, random);

      // When
      for (var word : words) {
        bench.enter(word);
        if (random.nextBoolean()) {
          bench.carry();
        }
      }
      bench.carry();

      // Then
      if (killed) {
        assertThat(national.shown).doesNotContainKey(uri(number));
        assertThat(bench.state(NATIONAL, number)).isEqualTo("TAKEN_DOWN");
      } else {
        assertThat(national.page(uri(number)).story().mark().version()).isEqualTo(4);
      }
    }
  }

  @Test
  void aKillBeforeTheFirstCarryingLetsNothingLeave() {
    // When
    bench.enter(story(1));
    bench.enter(story(1).version(2).killed());
    bench.carry();

    // Then
    assertThat(national.carried).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
    // the kill is said, as an archive may have the story from before
    assertThat(bench.jdbc.queryForObject("select count(*) from publish.outbox", Integer.class))
        .isOne();
  }

  @Test
  void aKillTakesTheStoryDownAndForgetsItsText() {
    // Given
    bench.enter(story(1));
    bench.carry();

    // When
    bench.enter(story(1).version(2).killed());
    bench.carry();

    // Then
    assertThat(national.carried.getLast())
        .isInstanceOfSatisfying(
            Dispatch.TakeDown.class, down -> assertThat(down.killed()).isTrue());
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
    assertThat(bench.jdbc.queryForObject("select count(payload) from publish.take", Integer.class))
        .isZero();
  }

  @Test
  void aKillIsSentWhereNobodyKnowsWhetherTheStoryArrived() {
    // Given
    national.answer = _ -> new Transmission.Deferred("no answer in time", null);
    bench.enter(story(1));
    bench.carry(NATIONAL);
    national.answer = Recording::accept;

    // When
    bench.enter(story(1).version(2), story(1).version(3).killed());
    bench.carry();

    // Then
    assertThat(national.carried.getLast()).isInstanceOf(Dispatch.TakeDown.class);
    assertThat(harbor.carried).isEmpty();
  }

  @Test
  void aKillOvertakesWhatWaits() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(2), story(3));

    // When
    bench.enter(story(1).version(2).killed());
    bench.carry();

    // Then
    assertThat(national.carried.get(1)).isInstanceOf(Dispatch.TakeDown.class);
  }

  @Test
  void onlyWhatItsAgencyMadeLaterBringsAKilledStoryBack() {
    // Given
    bench.enter(story(1).version(1));
    bench.carry();
    bench.enter(story(1).version(3).killed());
    bench.carry();

    // When
    bench.enter(story(1).version(2));
    bench.enter(story(1).version(4).created(Events.MORNING.plus(Duration.ofMinutes(1))));
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();

    // When
    bench.enter(story(1).version(5));
    bench.carry();

    // Then
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(5);
    assertThat(national.show(uri(1)).first()).isFalse();
  }

  @Test
  void nothingOfAnEmbargoedStoryLeavesBeforeItsTime() {
    // Given
    var time = bench.clock.instant().plus(Duration.ofHours(2));
    bench.enter(story(1).embargoedUntil(time), story(2).related(1, 0));

    // When
    bench.clock.set(time.minusMillis(1));
    bench.carry();

    // Then
    assertThat(national.shown).containsOnlyKeys(uri(2));
    assertThat(national.page(uri(2)).promos()).isEmpty();
    assertThat(national.shelf.latest(10)).hasSize(1);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("HELD");

    // When
    bench.clock.set(time);
    bench.carry();

    // Then
    assertThat(national.shown).containsKey(uri(1));
  }

  @Test
  void anEmbargoedNewVersionLeavesWhatWasPublic() {
    // Given
    var time = bench.clock.instant().plus(Duration.ofHours(2));
    bench.enter(story(1));
    bench.carry();

    // When
    bench.enter(story(1).version(2).embargoedUntil(time));
    bench.carry();

    // Then
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(1);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("HELD");

    // When
    bench.clock.set(time);
    bench.carry();

    // Then
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(2);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
  }

  @Test
  void aWithheldStoryIsTakenDownAndMayComeBack() {
    // Given
    bench.enter(story(1), story(2).status(PubStatus.WITHHELD));
    bench.carry();

    // When
    bench.enter(story(1).version(2).status(PubStatus.WITHHELD));
    bench.carry();

    // Then
    assertThat(national.carried).hasSize(2);
    assertThat(((Dispatch.TakeDown) national.carried.getLast()).killed()).isFalse();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("HELD");
    assertThat(bench.column("reason", NATIONAL, 2)).isEqualTo("withheld by its agency");

    // When
    bench.enter(story(1).version(3), story(2).version(3));
    bench.carry();

    // Then
    assertThat(national.shown).containsOnlyKeys(uri(1), uri(2));
  }

  @Test
  void anExpiredStoryGoesAtItsTime() {
    // Given
    var end = bench.clock.instant().plus(Duration.ofHours(1));
    bench.enter(story(1).expires(end));
    bench.carry();
    assertThat(national.shown).hasSize(1);

    // When
    bench.clock.set(end);
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void aVersionThatTheSiteRefusesTakesTheOneBeforeDown() {
    // Given
    bench.enter(story(1));
    bench.carry();

    // When
    bench.enter(story(1).version(2).subject("sport"));
    bench.carry();

    // Then
    assertThat(harbor.shown).isEmpty();
    assertThat(bench.state(HARBOR, 1)).isEqualTo("REFUSED");
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(2);
  }

  @Test
  void theAddressStaysWhenTheHeadlineChanges() {
    // Given
    bench.enter(story(1));
    bench.carry();
    var address = national.page(uri(1)).address();

    // When
    bench.enter(story(1).version(2).headline("Skaters out on the ice").subject("politics"));
    bench.carry();

    // Then
    assertThat(national.page(uri(1)).address()).isEqualTo(address);
    assertThat(national.page(uri(1)).updated()).isNotNull();
  }
}
