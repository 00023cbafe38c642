package newsroom.publish.delivery.steering;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import newsroom.publish.published.LastWord;
import newsroom.publish.published.LastWords;
import newsroom.schema.PubStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SteeringTests {

  private static final String NATIONAL = "national/recording";
  private static final String HARBOR = "harbor/recording";

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);
  private final Recording harbor = bench.at(HARBOR);

  @AfterEach
  void close() {
    bench.close();
  }

  private Answer order(Act act, int number, @Nullable String site) {
    return order(act, number, site, false);
  }

  private Answer order(Act act, int number, @Nullable String site, boolean force) {
    var order = new Order("Anna Berg", "the lawyers ask for it", site, force);
    return bench.bean(Steering.class).story(act, uri(number), order);
  }

  private void failing(Recording at) {
    at.answer = _ -> new Transmission.Deferred("503 from the site", null);
  }

  private void giveUp(Recording at, String destination) {
    failing(at);
    for (int tries = 0; tries < 12; tries++) {
      bench.carry(destination);
      bench.clock.advance(Duration.ofDays(2));
    }
    at.answer = Recording::accept;
  }

  @Test
  void whatWasParkedIsTriedAgainAtOnceUnderTheSameIdentifier() {
    // Given
    bench.enter(story(1));
    giveUp(national, NATIONAL);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("PARKED");
    var before = national.carried.getLast().id();

    // When
    var answer = order(Act.RETRY, 1, "national");
    bench.carry();

    // Then
    assertThat(answer.changed()).containsExactly(NATIONAL);
    assertThat(national.carried.getLast().id()).isEqualTo(before);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
  }

  @Test
  void whatWaitsForItsNextTryIsTriedNow() {
    // Given
    bench.enter(story(1));
    failing(national);
    bench.carry(NATIONAL);
    bench.carry(NATIONAL);
    national.answer = Recording::accept;
    int carried = national.carried.size();

    // When
    bench.carry(NATIONAL);
    assertThat(national.carried).hasSize(carried);
    order(Act.RETRY, 1, null);
    bench.carry(NATIONAL);

    // Then
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
  }

  @Test
  void aRetrySaysWhyItLeavesTheOthersAlone() {
    // Given
    bench.enter(story(1).subject("sport"));
    bench.carry();

    // When
    var answer = order(Act.RETRY, 1, null);

    // Then
    assertThat(answer.changed()).isEmpty();
    assertThat(answer.left())
        .extracting(Answer.Left::why)
        .containsExactly("among the subjects this site refuses", "is live");
  }

  @Test
  void whatIsParkedByHandStaysUntilANewVersionComes() {
    // Given
    bench.enter(story(1));

    // When
    order(Act.PARK, 1, "national");
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
    assertThat(harbor.shown).containsKey(uri(1));
    assertThat(bench.column("reason", NATIONAL, 1))
        .isEqualTo("parked by hand (Anna Berg): the lawyers ask for it");

    // When
    bench.enter(story(1).version(2));
    bench.carry();

    // Then
    assertThat(national.shown).containsKey(uri(1));
  }

  @Test
  void aKillCannotBeParked() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(1).version(2).killed());

    // When
    var answer = order(Act.PARK, 1, null);
    bench.carry();

    // Then
    assertThat(answer.changed()).isEmpty();
    assertThat(national.shown).isEmpty();
  }

  @Test
  void anEditorsKillAtOneSiteIsFinalThereWhateverVersionsCome() {
    // Given
    bench.enter(story(1));
    bench.carry();

    // When
    var answer = order(Act.KILL, 1, "harbor");
    bench.carry();
    bench.enter(story(1).version(2));
    bench.carry();

    // Then
    assertThat(answer.changed()).containsExactly(HARBOR);
    assertThat(harbor.shown).isEmpty();
    assertThat(harbor.carried.getLast())
        .isInstanceOfSatisfying(Dispatch.TakeDown.class, it -> assertThat(it.killed()).isTrue());
    assertThat(bench.state(HARBOR, 1)).isEqualTo("TAKEN_DOWN");
    assertThat(bench.column("reason", HARBOR, 1))
        .isEqualTo("killed by the desk (Anna Berg): the lawyers ask for it");
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(2);
  }

  @Test
  void aStoryKilledBeforeItWasCarriedNeverLeaves() {
    // Given
    bench.enter(story(1));

    // When
    order(Act.KILL, 1, null);
    bench.carry();

    // Then
    assertThat(national.carried).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void aKillWhileTheStoryIsOnItsWayTakesItDownAgain() {
    // Given
    bench.enter(story(1));
    national.answer =
        dispatch -> {
          if (dispatch instanceof Dispatch.Show) {
            order(Act.KILL, 1, null);
          }
          return Recording.accept(dispatch);
        };

    // When
    bench.carry(NATIONAL);
    bench.carry(HARBOR);

    // Then
    assertThat(national.carried)
        .hasExactlyElementsOfTypes(Dispatch.Show.class, Dispatch.TakeDown.class);
    assertThat(national.shown).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
    assertThat(harbor.carried).isEmpty();
  }

  @Test
  void aKillThatMeetsALostReplyTakesDownWhatMayHaveArrived() {
    // Given
    bench.enter(story(1));
    failing(national);
    bench.carry(NATIONAL);
    national.answer = Recording::accept;

    // When
    order(Act.KILL, 1, "national");
    bench.carry();

    // Then
    assertThat(national.carried.getLast()).isInstanceOf(Dispatch.TakeDown.class);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void pagesThatLinkToWhatAnEditorKilledLoseTheLink() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(story(2).related(1, 0));
    bench.carry();
    assertThat(national.page(uri(2)).promos()).hasSize(1);

    // When
    order(Act.KILL, 1, "national");
    bench.carry();

    // Then
    assertThat(national.page(uri(2)).promos()).isEmpty();
    assertThat(harbor.page(uri(2)).promos()).hasSize(1);
  }

  @Test
  void reinstatedItIsAsIfNobodyHadKilledIt() {
    // Given
    bench.enter(story(1));
    bench.carry();
    order(Act.KILL, 1, null);
    bench.carry();
    bench.enter(story(1).version(2));
    bench.carry();
    assertThat(national.shown).isEmpty();

    // When
    order(Act.REINSTATE, 1, null);
    bench.carry();

    // Then
    assertThat(national.page(uri(1)).story().mark().version()).isEqualTo(2);
    assertThat(harbor.shown).containsKey(uri(1));
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
  }

  @Test
  void killedAndReinstatedBeforeAnybodyCarriedChangesNothingThatReadersSee() {
    // Given
    bench.enter(story(1));
    bench.carry();
    int carried = national.carried.size();

    // When
    order(Act.KILL, 1, null);
    order(Act.REINSTATE, 1, null);
    bench.carry();

    // Then
    assertThat(national.carried).hasSize(carried);
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("LIVE");
  }

  @Test
  void whatItsAgencyKilledNoEditorReinstates() {
    // Given
    bench.enter(story(1), story(1).version(2).killed());
    bench.carry();

    // Then
    assertThatThrownBy(() -> order(Act.REINSTATE, 1, null))
        .hasMessageContaining("only its agency reinstates");

    // When
    order(Act.KILL, 1, null);
    order(Act.REINSTATE, 1, null);
    bench.carry();

    // Then
    assertThat(national.carried).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");
  }

  @Test
  void anEditorsKillOutlivesAKillAndAReinstatementByTheAgency() {
    // Given
    bench.enter(story(1));
    bench.carry();
    order(Act.KILL, 1, null);
    bench.carry();

    // When
    bench.enter(story(1).version(2).killed());
    bench.carry();
    bench.enter(story(1).version(3));
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
    assertThat(bench.column("reason", NATIONAL, 1)).startsWith("killed by the desk");
  }

  @Test
  void whileItIsKilledEverywhereOneSiteAloneIsNotReinstated() {
    // Given
    bench.enter(story(1));
    order(Act.KILL, 1, null);

    // Then
    assertThatThrownBy(() -> order(Act.REINSTATE, 1, "harbor"))
        .hasMessageContaining("killed everywhere by hand");
    assertThatThrownBy(() -> order(Act.KILL, 1, null)).hasMessageContaining("already");
  }

  @Test
  void aSiteThatComesLaterIsBoundByAKillEverywhere() {
    // Given
    bench.enter(story(1));
    order(Act.KILL, 1, null);
    bench.jdbc.update("delete from publish.delivery where destination = ?", HARBOR);

    // When
    bench.enter(story(1).version(2));
    bench.carry();

    // Then
    assertThat(harbor.carried).isEmpty();
    assertThat(bench.state(HARBOR, 1)).isEqualTo("TAKEN_DOWN");
    assertThat(bench.column("due_at", HARBOR, 1)).isEqualTo("null");
  }

  @Test
  void theArchiveHearsThatItIsWithdrawnAndNothingOfItsText() {
    // Given
    bench.enter(story(1));
    bench.carry();

    // When
    order(Act.KILL, 1, null);

    // Then
    var word = bench.bean(LastWords.class).of(List.of(uri(1))).getFirst();
    assertThat(word.state()).isEqualTo(LastWord.State.WITHDRAWN);
    assertThat(word.event()).isNull();
  }

  @Test
  void anEmbargoIsNeverReleasedByHand() {
    // Given
    bench.enter(story(1).embargoedUntil(bench.clock.instant().plus(Duration.ofHours(2))));
    bench.carry();

    // When
    var answer = order(Act.RELEASE, 1, null);
    bench.carry();

    // Then
    assertThat(answer.changed()).isEmpty();
    assertThat(answer.left())
        .allSatisfy(it -> assertThat(it.why()).endsWith("an embargo is never released by hand"));
    assertThat(national.carried).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("HELD");

    // When
    bench.clock.advance(Duration.ofHours(3));
    bench.carry();

    // Then
    assertThat(national.shown).containsKey(uri(1));
  }

  @Test
  void noActByHandLetsAnEmbargoedOrWithheldStoryOut() {
    // Given
    bench.enter(
        story(1).embargoedUntil(bench.clock.instant().plus(Duration.ofHours(2))),
        story(2).status(PubStatus.WITHHELD));

    // When
    for (int number = 1; number <= 2; number++) {
      order(Act.RETRY, number, null);
      order(Act.RELEASE, number, null);
      order(Act.KILL, number, null);
      order(Act.REINSTATE, number, null);
      order(Act.REPLAY, number, null, true);
      bench.carry();
    }

    // Then
    assertThat(national.carried).isEmpty();
    assertThat(harbor.carried).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("HELD");
    assertThat(bench.state(NATIONAL, 2)).isEqualTo("HELD");
  }

  @Test
  void whatIsHeldForAnEditorIsLetGoAtTheSiteThatWasNamed() {
    // Given
    bench.enter(story(1));
    bench.jdbc.update(
        "update publish.delivery set state = 'HELD', due_at = null, reason = 'for an editor'");

    // When
    var answer = order(Act.RELEASE, 1, "national");
    bench.carry();

    // Then
    assertThat(answer.changed()).containsExactly(NATIONAL);
    assertThat(national.shown).containsKey(uri(1));
    assertThat(harbor.carried).isEmpty();
    assertThat(
            bench.jdbc.queryForList(
                "select uri || ' ' || site || ' ' || by from publish.release", String.class))
        .containsExactly(uri(1) + " national Anna Berg");
    assertThatThrownBy(() -> order(Act.RELEASE, 1, "national")).hasMessageContaining("is held");
  }

  @Test
  void eachActStandsInTheDaybookAndOneThatIsRefusedDoesNot() {
    // Given
    bench.enter(story(1));
    bench.carry();

    // When
    order(Act.KILL, 1, "harbor");
    assertThatThrownBy(() -> order(Act.RELEASE, 1, null)).isNotNull();
    assertThatThrownBy(() -> order(Act.RETRY, 9, null)).hasMessageContaining("no story");
    assertThatThrownBy(() -> order(Act.RETRY, 1, "nowhere")).hasMessageContaining("no site");

    // Then
    assertThat(
            bench.jdbc.queryForList("select act, by, why, site, deliveries from publish.daybook"))
        .singleElement()
        .hasToString(
            "{act=kill, by=Anna Berg, why=the lawyers ask for it, site=harbor, deliveries=1}");
  }
}
