package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import newsroom.publish.delivery.steering.ByHand;
import newsroom.publish.site.TestSites;
import newsroom.schema.PubStatus;
import org.junit.jupiter.api.Test;

class JudgingTests {

  private static final String HARBOR = "harbor/recording";
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-11-21T18:00:00Z");

  private static Workbench bench(String rule) {
    var bench =
        new Workbench(
            TestSites.of(
                """
                - site: harbor
                  name: Harbor Daily
                  address: http://harbor.test/
                  sections: [{path: news, name: News}]
                  destinations: [{kind: recording}]
                """
                    + rule.strip().indent(2)));
    bench.clock.set(NOON);
    return bench;
  }

  private static String say(Workbench bench, int number) {
    return bench.state(HARBOR, number) + ": " + bench.column("reason", HARBOR, number);
  }

  @Test
  void whatComesOutsideItsWindowIsHeldUntilThatAndGoesUpThen() {
    try (var bench = bench("windows: {when: {subjects: weather}, open: \"18:00-06:00\"}")) {
      // When
      bench.enter(story(1));
      bench.judge();

      // Then
      assertThat(say(bench, 1))
          .isEqualTo(
              "HELD: held until 2026-11-21T18:00:00Z: it takes subjects weather (line 6) only at"
                  + " 18:00-06:00 UTC");
      assertThat(bench.at(HARBOR).carried).isEmpty();

      // When
      bench.clock.set(EVENING.minusMillis(1));
      bench.judge();

      // Then
      assertThat(bench.at(HARBOR).carried).isEmpty();

      // When
      bench.clock.set(EVENING);
      bench.judge();

      // Then
      assertThat(bench.state(HARBOR, 1)).isEqualTo("LIVE");
      assertThat(bench.at(HARBOR).shown).containsKey(uri(1));
    }
  }

  @Test
  void whatIsLiveStaysCurrentOutsideTheWindowAndAKillWaitsForNothing() {
    try (var bench = bench("windows: {open: \"18:00-06:00\"}")) {
      // Given
      bench.clock.set(EVENING);
      bench.enter(story(1), story(2));
      bench.carry();
      bench.clock.set(NOON.plus(Duration.ofDays(1)));

      // When
      bench.enter(story(1).version(2), story(2).version(2).killed());
      bench.carry();

      // Then
      assertThat(bench.at(HARBOR).show(uri(1)).mark().version()).isEqualTo(2);
      assertThat(bench.at(HARBOR).shown).doesNotContainKey(uri(2));
    }
  }

  @Test
  void whatIsKilledWhileItWaitsNeverGoesUp() {
    try (var bench = bench("windows: {open: \"18:00-06:00\"}")) {
      // Given
      bench.enter(story(1));

      // When
      bench.enter(story(1).version(2).killed());
      bench.clock.set(EVENING);
      bench.judge();

      // Then
      assertThat(say(bench, 1)).isEqualTo("TAKEN_DOWN: killed by its agency");
      assertThat(bench.at(HARBOR).carried).isEmpty();
    }
  }

  @Test
  void theVersionThatCountsWhenTheWindowOpensGoesUp() {
    try (var bench = bench("windows: {open: \"18:00-06:00\"}")) {
      // Given
      bench.enter(story(1));
      bench.enter(story(1).version(3));
      bench.enter(story(1).version(2));

      // When
      bench.clock.set(EVENING);
      bench.judge();

      // Then
      assertThat(bench.at(HARBOR).carried).hasSize(1);
      assertThat(bench.at(HARBOR).show(uri(1)).mark().version()).isEqualTo(3);
    }
  }

  @Test
  void anEmbargoCountsBesideTheWindow() {
    try (var bench = bench("windows: {open: \"18:00-20:00\"}")) {
      // Given
      var late = Instant.parse("2026-11-21T21:00:00Z");
      bench.enter(story(1).embargoedUntil(late));

      // When
      bench.clock.set(EVENING);
      bench.judge();
      bench.clock.set(late);
      bench.judge();

      // Then
      assertThat(say(bench, 1)).startsWith("HELD: held until 2026-11-22T18:00:00Z");
      assertThat(bench.at(HARBOR).carried).isEmpty();
    }
  }

  @Test
  void anEditorsReleaseLetsAStoryGo() {
    try (var bench = bench("hold: {when: {agencies: northwire}}")) {
      // Given
      bench.enter(story(1), story(2).agency("southwire"));
      bench.judge();
      assertThat(say(bench, 1)).isEqualTo("HELD: waits for an editor's release");
      assertThat(bench.state(HARBOR, 2)).isEqualTo("LIVE");

      // When
      release(bench, 1, "elsewhere");
      bench.judge();

      // Then
      assertThat(bench.state(HARBOR, 1)).isEqualTo("HELD");

      // When
      release(bench, 1, "harbor");
      bench.judge();

      // Then
      assertThat(bench.state(HARBOR, 1)).isEqualTo("LIVE");
    }
  }

  @Test
  void aReleaseMayComeBeforeItsStoryAndNeverLiftsAnEmbargo() {
    try (var bench = bench("hold: {when: always}")) {
      // Given
      release(bench, 1, "harbor");
      release(bench, 2, "harbor");
      bench.judge();

      // When
      bench.enter(story(1), story(2).embargoedUntil(EVENING));
      bench.judge();

      // Then
      assertThat(bench.state(HARBOR, 1)).isEqualTo("LIVE");
      assertThat(bench.state(HARBOR, 2)).isEqualTo("HELD");
      bench.clock.set(EVENING);
      bench.judge();
      assertThat(bench.state(HARBOR, 2)).isEqualTo("LIVE");
    }
  }

  @Test
  void aForcedReplayBringsNothingThatWaitsForAnEditor() {
    try (var bench = bench("hold: {when: always}")) {
      // Given
      release(bench, 1, "harbor");
      bench.enter(story(1));
      bench.judge();
      bench.enter(story(1).version(2).status(PubStatus.WITHHELD));
      bench.carry();
      bench.jdbc.update("delete from publish.release");
      bench.enter(story(1).version(3));
      bench.judge();
      assertThat(say(bench, 1)).isEqualTo("HELD: waits for an editor's release");

      // When
      ByHand.replay(bench, "harbor");
      bench.judge();

      // Then
      assertThat(bench.at(HARBOR).shown).isEmpty();
      assertThat(say(bench, 1)).isEqualTo("HELD: waits for an editor's release");

      // When
      release(bench, 1, "harbor");
      bench.judge();

      // Then
      assertThat(bench.state(HARBOR, 1)).isEqualTo("LIVE");
    }
  }

  private static void release(Workbench bench, int number, String site) {
    bench.jdbc.update(
        "insert into publish.release (uri, site, at, by) values (?, ?, now(), 'an editor')",
        uri(number),
        site);
  }

  @Test
  void ofSeveralTellingsTheFirstGoesUpAndTheNextWhenThatIsKilled() {
    try (var bench = bench("tellings: first")) {
      // Given
      bench.enter(story(1).agency("afp"));
      bench.carry();

      // When
      bench.enter(story(2).toldBy("afp", 1));
      bench.judge();

      // Then
      assertThat(say(bench, 2)).isEqualTo("REFUSED: the same story by afp is on this site already");

      // When
      bench.enter(story(1).agency("afp").version(2).killed());
      bench.judge();
      bench.judge();

      // Then
      assertThat(bench.at(HARBOR).shown).containsOnlyKeys(uri(2));
    }
  }

  @Test
  void tellingsFindEachOtherInWhateverOrderTheyCome() {
    try (var bench = bench("tellings: first")) {
      // When
      bench.enter(story(2).toldBy("afp", 1));
      bench.enter(story(1).agency("afp"));
      bench.judge();

      // Then
      assertThat(bench.at(HARBOR).shown).containsOnlyKeys(uri(2));
    }
  }

  @Test
  void tellingsOfOneBatchFindEachOther() {
    try (var bench = bench("tellings: first")) {
      // When
      bench.enter(story(1).agency("afp"), story(2).toldBy("afp", 1));
      bench.judge();

      // Then
      assertThat(bench.at(HARBOR).shown).containsOnlyKeys(uri(1));
    }
  }

  @Test
  void aTellingWaitsForABetterOneAndGivesWayToIt() {
    try (var bench = bench("tellings: {prefer: [afp], wait: 15m}")) {
      // Given
      bench.enter(story(1).created(NOON), story(3).created(NOON));
      assertThat(say(bench, 1)).startsWith("HELD: held until 2026-11-21T12:15:01Z in case afp");

      // When
      bench.enter(story(2).agency("afp").toldBy("northwire", 1));
      bench.clock.advance(Duration.ofMinutes(16));
      bench.judge();

      // Then
      assertThat(bench.at(HARBOR).shown).containsOnlyKeys(uri(2), uri(3));
      assertThat(bench.state(HARBOR, 1)).isEqualTo("REFUSED");
    }
  }

  @Test
  void aBetterTellingThatComesTooLateDoublesNothing() {
    try (var bench = bench("tellings: {prefer: [afp]}")) {
      // Given
      bench.enter(story(1));
      bench.carry();

      // When
      bench.enter(story(2).agency("afp").toldBy("northwire", 1));
      bench.enter(story(1).version(2).toldBy("afp", 2));
      bench.judge();

      // Then
      assertThat(bench.at(HARBOR).shown).containsOnlyKeys(uri(1));
      assertThat(bench.at(HARBOR).show(uri(1)).mark().version()).isEqualTo(2);
    }
  }

  @Test
  void headlinesAreShortInListsAndPromosAndWholeOnTheStory() {
    try (var bench = bench("headline-length: 20")) {
      // When
      bench.enter(story(1).headline("Canal freezes over for the first time in years"));
      bench.carry();
      bench.enter(story(2).related(1, 0));
      bench.carry();

      // Then
      var harbor = bench.at(HARBOR);
      assertThat(harbor.page(uri(1)).story().headlines().headline()).endsWith("in years");
      assertThat(harbor.shelf.latest(10))
          .anySatisfy(
              it -> assertThat(it.story().headlines().headline()).isEqualTo("Canal freezes over…"));
      assertThat(harbor.page(uri(2)).promos().getFirst().headline())
          .isEqualTo("Canal freezes over…");
    }
  }
}
