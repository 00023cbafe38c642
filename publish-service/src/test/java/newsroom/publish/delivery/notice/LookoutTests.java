package newsroom.publish.delivery.notice;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.delivery.notice.Notices.Notice;
import newsroom.publish.delivery.notice.Notices.Said;
import newsroom.publish.delivery.steering.ByHand;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import newsroom.publish.site.Sites;
import newsroom.publish.watch.Loops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class LookoutTests {

  private static final String NATIONAL = "national/recording";
  private static final String HARBOR = "harbor/recording";

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);
  private final Lookout lookout = lookout(bench);

  static Lookout lookout(Workbench bench) {
    return new Lookout(
        bench.clock,
        bench.bean(Sites.class),
        bench.bean(Lookout.Ground.class),
        bench.bean(Lookout.Looks.class),
        new Loops());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /// Time goes by, with carriers and the look-out at work.
  private void pass(Duration time, Duration step) {
    var end = bench.clock.instant().plus(time);
    while (bench.clock.instant().isBefore(end)) {
      bench.carry();
      lookout.look();
      bench.clock.advance(step);
    }
  }

  private List<Notice> told() {
    return bench.bean(Notices.class).latest(100);
  }

  @Test
  void fiveHundredStoriesThatAreParkedAreOneNoticeThatCountsThem() {
    // Given
    national.answer =
        dispatch ->
            new Transmission.Refused(
                dispatch.uri().equals(uri(1))
                    ? "the receiver answered 413"
                    : "the receiver answered 403: check secret and url");

    // When
    for (int number = 1; number <= 500; number++) {
      bench.enter(story(number));
      if (number % 100 == 0) {
        pass(Duration.ofSeconds(10), Duration.ofSeconds(5));
      }
    }
    pass(Duration.ofMinutes(3), Duration.ofSeconds(10));

    // Then
    assertThat(told()).hasSize(1);
    var notice = told().getFirst();
    assertThat(notice.said()).isEqualTo(Said.PARKED);
    assertThat(notice.destination()).isEqualTo(NATIONAL);
    assertThat(notice.stories()).isEqualTo(500);
    assertThat(notice.sentence())
        .contains("500 stories are parked", "499: the receiver answered 403", "1: the receiver");
    assertThat(notice.suchAs()).hasSize(2).contains(uri(1));
  }

  @Test
  void whatIsParkedLaterWaitsForTheNextNoticeAndWhatLiesThereIsNotToldAgain() {
    // Given
    national.answer = _ -> new Transmission.Refused("the receiver answered 413");
    bench.enter(story(1));
    pass(Duration.ofMinutes(2), Duration.ofSeconds(10));

    // When
    bench.enter(story(2), story(3));
    pass(Duration.ofMinutes(5), Duration.ofSeconds(10));

    // Then
    assertThat(told()).hasSize(1);

    // When
    pass(Duration.ofMinutes(20), Duration.ofSeconds(10));

    // Then
    assertThat(told()).extracting(Notice::stories).containsExactly(2, 1);
  }

  @Test
  void aStoryThatIsParkedOnceMoreInALaterVersionIsToldOfAgain() {
    // Given
    national.answer = _ -> new Transmission.Refused("the receiver answered 413");
    bench.enter(story(1));
    pass(Duration.ofMinutes(2), Duration.ofSeconds(10));
    national.answer = Recording::accept;
    bench.enter(story(1).version(2));
    pass(Duration.ofMinutes(20), Duration.ofSeconds(30));

    // When
    national.answer = _ -> new Transmission.Refused("the receiver answered 413");
    bench.enter(story(1).version(3));
    pass(Duration.ofMinutes(2), Duration.ofSeconds(10));

    // Then
    assertThat(told()).hasSize(2);
  }

  @Test
  void aStoryThatIsParkedAgainBeforeAnybodyLooksIsToldOfAgain() {
    // Given
    national.answer = _ -> new Transmission.Refused("the receiver answered 413");
    bench.enter(story(1));
    pass(Duration.ofMinutes(20), Duration.ofSeconds(30));
    assertThat(told()).hasSize(1);

    // When
    bench.enter(story(1).version(2));
    bench.carry();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("PARKED");
    pass(Duration.ofMinutes(2), Duration.ofSeconds(10));

    // Then
    assertThat(told()).hasSize(2);
  }

  @Test
  void whatWasToldLongAgoIsForgottenButNotTheLastOfItsKind() {
    // Given
    national.answer = _ -> new Transmission.Refused("the receiver answered 413");
    bench.enter(story(1));
    pass(Duration.ofMinutes(20), Duration.ofMinutes(1));
    bench.enter(story(2));
    pass(Duration.ofMinutes(20), Duration.ofMinutes(1));
    assertThat(told()).hasSize(2);
    bench.jdbc.update("update publish.notice set bulletin = ''");

    // When
    bench.clock.advance(Duration.ofDays(91));
    lookout.look();

    // Then
    assertThat(told()).extracting(Notice::suchAs).containsExactly(List.of(uri(2)));
  }

  @Test
  void whatIsRolledBackWasNotToldAndIsNotCounted() {
    // Given
    var notice =
        new Notice(NATIONAL, Said.FAILING, bench.clock.instant(), bench.clock.instant(), "away");

    // When
    bench
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              bench.bean(Notices.class).tell(notice);
              status.setRollbackOnly();
            });

    // Then
    assertThat(told()).isEmpty();
    assertThat(bench.bean(MeterRegistry.class).find("newsroom.notices").counter()).isNull();
  }

  @Test
  void aDestinationThatFailsForLongIsToldOfOnceAndItsRecoveryToo() {
    // Given
    national.answer = _ -> new Transmission.Deferred("national.test cannot be reached", null);
    bench.enter(story(1), story(2));

    // When
    pass(Duration.ofMinutes(14), Duration.ofSeconds(30));

    // Then
    assertThat(told()).isEmpty();

    // When
    pass(Duration.ofHours(1), Duration.ofSeconds(30));

    // Then
    assertThat(told()).extracting(Notice::said).containsExactly(Said.FAILING);
    assertThat(told().getFirst().sentence())
        .contains("2 stories wait: national.test cannot be reached");

    // When
    national.answer = Recording::accept;
    pass(Duration.ofHours(1), Duration.ofSeconds(30));

    // Then
    assertThat(told()).extracting(Notice::said).containsExactly(Said.RECOVERED, Said.FAILING);
  }

  @Test
  void aDisabledDestinationIsNotToldOfAsFailingNorItsStoriesAsParked() {
    // Given
    national.answer = _ -> new Transmission.Closed("the receiver answered 410");
    bench.enter(story(1));
    bench.carry();

    // When
    bench.enter(story(2), story(3));
    pass(Duration.ofHours(1), Duration.ofMinutes(1));
    national.answer = Recording::accept;
    ByHand.enable(bench, NATIONAL);
    pass(Duration.ofHours(1), Duration.ofMinutes(1));

    // Then
    assertThat(told()).extracting(Notice::said).containsExactly(Said.ENABLED, Said.DISABLED);
    assertThat(national.shown).hasSize(3);
  }

  @Test
  void severalInstancesTellOnce() {
    // Given
    bench.at(HARBOR).answer = _ -> new Transmission.Refused("the receiver answered 413");
    bench.enter(story(1), story(2));
    bench.carry();

    // When
    try (var other = bench.beside()) {
      var second = lookout(other);
      for (int i = 0; i < 20; i++) {
        other.clock.set(bench.clock.instant());
        lookout.look();
        second.look();
        bench.clock.advance(Duration.ofSeconds(10));
      }
    }

    // Then
    assertThat(told()).extracting(Notice::stories).containsExactly(2);
  }

  @Test
  void aLookThatFindsNothingNewWaitsForNobodyWhoTakesStoriesOut() {
    // Given
    national.answer = _ -> new Transmission.Refused("the receiver answered 413");
    bench.enter(story(1));
    bench.carry();
    lookout.look();
    bench.clock.advance(Duration.ofMinutes(5));

    // When
    var looked =
        bench
            .bean(TransactionTemplate.class)
            .execute(
                _ -> {
                  bench.jdbc.execute("lock table publish.notice_parked in row exclusive mode");
                  return joined(Thread.ofVirtual().start(lookout::look));
                });

    // Then
    assertThat(looked).isTrue();
    assertThat(told()).extracting(Notice::said).containsExactly(Said.PARKED);
  }

  private static boolean joined(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
