package newsroom.publish.published;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.destination.Transmission;
import newsroom.schema.Outcome;
import newsroom.schema.OutcomeState;
import newsroom.schema.PubStatus;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import newsroom.schema.codec.EventCodec;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTests {

  private final Workbench bench = new Workbench();
  private final Relay relay = bench.bean(Relay.class);

  @AfterEach
  void close() {
    bench.close();
  }

  private List<Published> said() {
    return bench.kafka.history().stream()
        .map(sent -> EventCodec.PUBLISHED.decode(sent.value()))
        .toList();
  }

  private int waiting() {
    var count = bench.jdbc.queryForObject("select count(*) from publish.outbox", Integer.class);
    return count == null ? 0 : count;
  }

  @Test
  void aStoryIsSaidOnceItIsLiveSomewhereAndAgainWhenTheOthersHaveSettled() {
    // Given
    bench.enter(story(1));
    assertThat(relay.round()).isZero();

    // When
    bench.carry("national/recording");
    relay.round();
    bench.carry("harbor/recording");
    relay.round();

    // Then
    assertThat(said()).hasSize(1);
    assertThat(said().getFirst().getState()).isEqualTo(StoryState.LIVE);
    assertThat(said().getFirst().getArticle().getHeadline()).hasToString("Canal 1 freezes over");
    assertThat(said().getFirst().getOutcomes())
        .extracting(Outcome::getState)
        .containsExactly(OutcomeState.DUE, OutcomeState.LIVE);

    // When
    bench.clock.advance(Duration.ofSeconds(1));
    relay.round();

    // Then
    assertThat(said()).hasSize(2);
    assertThat(said().getLast().getOutcomes())
        .extracting(Outcome::getState)
        .containsExactly(OutcomeState.LIVE, OutcomeState.LIVE);
    assertThat(said().getLast().getOutcomes().getFirst().getUrl().toString())
        .startsWith("http://harbor.test/news/2026/11/20/canal-1");
    assertThat(bench.kafka.history().getFirst().key()).isEqualTo(uri(1));
    assertThat(waiting()).isZero();
  }

  @Test
  void aKillIsSaidAtOnceAndWithoutText() {
    // Given
    bench.enter(story(1));
    bench.carry();
    relay.round();

    // When
    bench.enter(story(1).version(2).killed());
    relay.round();

    // Then
    assertThat(said()).hasSize(2);
    assertThat(said().getLast().getState()).isEqualTo(StoryState.KILLED);
    assertThat(said().getLast().getVersion()).isEqualTo(2);
    assertThat(said().getLast().getArticle()).isNull();
  }

  @Test
  void whatWasNeverLiveIsNeverSpokenOf() {
    // Given
    bench.at("national/recording").answer = _ -> new Transmission.Refused("no");

    // When
    bench.enter(story(1).subject("sport"));
    bench.enter(story(2).embargoedUntil(bench.clock.instant().plusSeconds(60)));
    bench.carry();
    relay.round();

    // Then
    assertThat(said()).isEmpty();
  }

  @Test
  void aKillIsSaidEvenOfWhatWasNeverLiveAsItMayStandInAnArchive() {
    // Given
    bench.enter(story(2).embargoedUntil(bench.clock.instant().plusSeconds(60)));
    bench.carry();

    // When
    bench.enter(story(1).killed(), story(2).version(2).killed());
    bench.enter(story(3).status(PubStatus.WITHHELD));
    relay.round();

    // Then
    assertThat(said())
        .extracting(it -> it.getUri().toString(), Published::getState)
        .containsExactlyInAnyOrder(
            tuple(uri(1), StoryState.KILLED),
            tuple(uri(2), StoryState.KILLED),
            tuple(uri(3), StoryState.WITHDRAWN));
    assertThat(said())
        .extracting(Published::getFirstLive, Published::getArticle)
        .containsOnly(tuple(null, null));
  }

  @Test
  void anEmbargoedVersionIsNotSaidWhileTheOneBeforeIsLive() {
    // Given
    bench.enter(story(1));
    bench.carry();
    relay.round();

    // When
    bench.enter(
        story(1)
            .version(2)
            .headline("A secret")
            .embargoedUntil(bench.clock.instant().plusSeconds(60)));
    bench.carry();
    bench.clock.advance(Duration.ofSeconds(2));
    relay.round();

    // Then
    assertThat(said().getLast().getVersion()).isEqualTo(1);
    assertThat(said().toString()).doesNotContain("A secret");
    assertThat(said().getLast().getOutcomes().getFirst().getState()).isEqualTo(OutcomeState.HELD);
  }

  @Test
  void newsThatComesWhileAWordIsSaidIsSaidAfterIt() {
    // Given
    bench.enter(story(1));
    bench.carry();
    var pending = bench.bean(Pending.class);
    var now = bench.clock.instant();
    var held = pending.hold(now);

    // When
    bench.enter(story(1).version(2).killed());
    pending.said(held, now);

    // Then
    assertThat(waiting()).isEqualTo(1);
    relay.round();
    assertThat(said().getLast().getState()).isEqualTo(StoryState.KILLED);
  }

  @Test
  void aStoryThatLeavesEverySiteIsWithdrawn() {
    // Given
    bench.enter(story(1).expires(bench.clock.instant().plusSeconds(60)));
    bench.carry();
    relay.round();

    // When
    bench.clock.advance(Duration.ofSeconds(60));
    bench.carry();
    relay.round();

    // Then
    assertThat(said().getLast().getState()).isEqualTo(StoryState.WITHDRAWN);
    assertThat(said().getLast().getArticle()).isNull();
  }

  @Test
  void whatKafkaNeverTakesIsParkedAndHoldsUpNoOther() {
    // Given
    bench.enter(story(1), story(2));
    bench.carry();
    bench.refuses = it -> uri(1).equals(it.key()) ? new RecordTooLargeException("17 MB") : null;

    // When
    relay.round();

    // Then
    assertThat(said()).extracting(it -> it.getUri().toString()).containsExactly(uri(2));
    assertThat(bench.jdbc.queryForObject("select parked from publish.outbox", String.class))
        .contains("RecordTooLargeException")
        .contains("17 MB");
    assertThat(relay.round()).isZero();
    var parked = bench.bean(ParkedWords.class);
    parked.read();
    assertThat(parked.health().getDetails().toString()).contains("parked=1").contains(uri(1));

    // When
    bench.refuses = _ -> null;
    bench.enter(story(1).version(2));
    bench.carry();
    bench.clock.advance(Duration.ofSeconds(1));
    relay.round();

    // Then
    assertThat(said().getLast().getUri()).hasToString(uri(1));
    assertThat(waiting()).isZero();
  }

  @Test
  void aWordThatCannotBeMadeAnEventIsParked() {
    // Given
    bench.enter(story(1), story(2));
    bench.carry();
    bench.jdbc.update("update publish.take set payload = '\\x00' where uri = ?", uri(1));

    // When
    relay.round();

    // Then
    assertThat(said()).hasSize(1);
    assertThat(bench.jdbc.queryForObject("select parked from publish.outbox", String.class))
        .contains("cannot be made an event");
  }

  @Test
  void whileKafkaIsAwayAllWait() {
    // Given
    bench.enter(story(1), story(2));
    bench.carry();
    bench.refuses = it -> uri(1).equals(it.key()) ? new TimeoutException("away") : null;

    // When
    assertThatThrownBy(relay::round).hasRootCauseInstanceOf(TimeoutException.class);

    // Then
    assertThat(waiting()).isEqualTo(2);
    bench.refuses = _ -> null;
    assertThat(relay.round()).isEqualTo(2);
  }

  @Test
  void noMoreTextIsHeldAtOnceThanFitsIntoMemory() {
    // Given
    for (int number = 1; number <= 5; number++) {
      bench.enter(story(number).text("x".repeat(5 * 1024 * 1024)));
      bench.carry();
    }

    // Then
    assertThat(relay.round()).isEqualTo(3);
    assertThat(relay.round()).isEqualTo(2);
  }
}
