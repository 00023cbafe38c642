package newsroom.publish.delivery.steering;

import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import newsroom.publish.Events;
import newsroom.publish.delivery.carrying.Workbench;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.RecordingKind.Recording;
import newsroom.publish.destination.Transmission;
import newsroom.schema.PubStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was taken down for another reason first is killed all the same: a site keeps drafts, and a
/// partner has to hear of it.
class FinalKillTests {

  private static final String HARBOR = "harbor/recording";

  private final Workbench bench = new Workbench();
  private final Recording harbor = bench.at(HARBOR);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aKillThatIsTriedAgainGoesBeforeAllThatWaitsLonger() {
    // Given
    bench.enter(story(1));
    bench.carry();
    harbor.answer = _ -> new Transmission.Deferred("the receiver answered 503", null);
    bench.enter(story(1).version(2).killed());
    bench.carry();
    int before = harbor.carried.size();

    // When
    harbor.answer = Recording::accept;
    bench.enter(story(2), story(3), story(4));
    bench.clock.advance(Duration.ofSeconds(10));
    bench.carry();

    // Then
    assertThat(harbor.carried.get(before)).isInstanceOf(Dispatch.TakeDown.class);
    assertThat(harbor.shown).containsOnlyKeys(uri(2), uri(3), uri(4));
  }

  /// Takes a story down that is live, and not for good.
  record Ending(String name, Consumer<Workbench> words) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Events withheld(int version) {
    return story(1).version(version).status(PubStatus.WITHHELD);
  }

  static Stream<Ending> endings() {
    return Stream.of(
        new Ending("withheld", bench -> bench.enter(withheld(2))),
        new Ending("refused", bench -> bench.enter(story(1).version(2).subject("sport"))),
        new Ending(
            "expired",
            bench -> {
              bench.enter(story(1).version(2).expires(bench.clock.instant().plusSeconds(60)));
              bench.carry();
              bench.clock.advance(Duration.ofMinutes(2));
            }));
  }

  private void ended(Ending ending) {
    bench.enter(story(1));
    bench.carry();
    ending.words().accept(bench);
    bench.carry();
    assertThat(downs()).extracting(Dispatch.TakeDown::killed).containsExactly(false);
  }

  private List<Dispatch.TakeDown> downs() {
    return harbor.carried.stream()
        .filter(Dispatch.TakeDown.class::isInstance)
        .map(Dispatch.TakeDown.class::cast)
        .toList();
  }

  private void kill() {
    var order = new Order("Anna Berg", "the lawyers ask for it", null, false);
    bench.bean(Steering.class).story(Act.KILL, uri(1), order);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void whatWasTakenDownIsKilledOnce(Ending ending) {
    // Given
    ended(ending);

    // When
    for (int version = 3; version <= 5; version++) {
      bench.enter(story(1).version(version).killed());
      bench.carry();
    }

    // Then
    assertThat(downs()).extracting(Dispatch.TakeDown::killed).containsExactly(false, true);
    assertThat(downs()).extracting(Dispatch.TakeDown::id).doesNotHaveDuplicates();
    assertThat(bench.state(HARBOR, 1)).isEqualTo("TAKEN_DOWN");
    assertThat(bench.column("reason", HARBOR, 1)).isEqualTo("killed by its agency");
  }

  @Test
  void anEditorsKillThatHasNotLeftYetOutlivesWhatTheAgencySaysMeanwhile() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(withheld(2));
    bench.carry();
    kill();

    // When
    bench.enter(withheld(3));
    bench.carry();

    // Then
    assertThat(downs()).extracting(Dispatch.TakeDown::killed).containsExactly(false, true);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void whatABuildTookDownThatDidNotSayItIsKeptIsKilledToo(Ending ending) throws IOException {
    // Given
    ended(ending);
    bench.jdbc.update("update publish.delivery set live_hash = null");
    bench.jdbc.execute("set search_path = publish; " + migration() + "; reset search_path");

    // When
    bench.enter(story(1).version(3).killed());
    bench.carry();

    // Then
    assertThat(downs()).extracting(Dispatch.TakeDown::killed).containsExactly(false, true);
  }

  private static String migration() throws IOException {
    try (var file = Workbench.class.getResourceAsStream("/publish/migration/V13__kept.sql")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.substring(0, text.indexOf(';'));
    }
  }

  @ParameterizedTest
  @MethodSource("endings")
  void anEditorsKillGoesThereToo(Ending ending) {
    // Given
    ended(ending);

    // When
    kill();
    bench.carry();
    bench.enter(story(1).version(9));
    bench.carry();

    // Then
    assertThat(downs()).extracting(Dispatch.TakeDown::killed).containsExactly(false, true);
    assertThat(harbor.shown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void anythingElseThatIsSaidOfItTakesNothingDownAgain(Ending ending) {
    // Given
    ended(ending);
    int carried = harbor.carried.size();

    // When
    bench.enter(withheld(4));
    bench.carry();
    bench.enter(withheld(4), withheld(5));
    bench.carry();
    bench.enter(story(1).version(6).expires(bench.clock.instant().minusSeconds(1)));
    bench.carry();
    bench.enter(story(1).version(7).subject("sport"));
    bench.carry();

    // Then
    assertThat(harbor.carried).hasSize(carried);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void aKillAfterATryToBringItBackGoesThere(Ending ending) {
    // Given
    ended(ending);
    harbor.answer = _ -> new Transmission.Refused("somebody changed post 4 at the site");
    bench.enter(story(1).version(6).subject("weather"));
    bench.carry();

    // When
    harbor.answer = Recording::accept;
    bench.enter(story(1).version(7).killed());
    bench.carry();

    // Then
    assertThat(downs()).extracting(Dispatch.TakeDown::killed).containsExactly(false, true);
  }

  @Test
  void aKillThatComesWhileAStoryIsWithheldIsToldOnce() {
    // Given
    bench.enter(story(1));
    bench.carry();
    bench.enter(withheld(2));
    harbor.answer =
        dispatch -> {
          harbor.answer = Recording::accept;
          kill();
          return Recording.accept(dispatch);
        };

    // When
    bench.carry();
    bench.carry();

    // Then
    assertThat(downs()).extracting(Dispatch.TakeDown::killed).containsExactly(false, true);
    assertThat(bench.state(HARBOR, 1)).isEqualTo("HELD");
  }

  @Test
  void whatIsBroughtBackAndLiveIsTakenDownAsEver() {
    // Given
    ended(new Ending("withheld", it -> it.enter(withheld(2))));
    bench.enter(story(1).version(3));
    bench.carry();

    // When
    bench.enter(withheld(4));
    bench.carry();

    // Then
    assertThat(downs()).extracting(Dispatch.TakeDown::killed).containsExactly(false, false);
    assertThat(bench.state(HARBOR, 1)).isEqualTo("HELD");
  }

  @Test
  void aKillGoesToWhoeverRefusedAStoryAndHasItAllTheSame() {
    for (boolean there : List.of(true, false)) {
      try (var other = new Workbench()) {
        // Given
        var at = other.at(HARBOR);
        at.answer = _ -> new Transmission.Refused("the site has it with other words", there);
        other.enter(story(1));
        other.carry();
        assertThat(other.state(HARBOR, 1)).isEqualTo("PARKED");

        // When
        at.answer = Recording::accept;
        other.enter(story(1).version(2).killed());
        other.carry();

        // Then
        assertThat(at.carried).hasSize(there ? 2 : 1);
      }
    }
  }
}
