package newsroom.publish.delivery.carrying;

import static newsroom.publish.Events.MORNING;
import static newsroom.publish.Events.story;
import static newsroom.publish.Events.uri;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import newsroom.publish.destination.RecordingKind.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UndatedTests {

  private static final String NATIONAL = "national/recording";

  private final Workbench bench = new Workbench();
  private final Recording national = bench.at(NATIONAL);

  @AfterEach
  void close() {
    bench.close();
  }

  private static Instant hour(int hours) {
    return MORNING.plus(Duration.ofHours(hours));
  }

  @Test
  void whatComesAgainWithoutADateIsDeliveredOnce() {
    // Given
    bench.enter(story(1).undated(hour(0), "ice"));
    bench.carry();

    // When
    var entered = bench.enter(story(1).undated(hour(1), "ice"), story(1).undated(hour(2), "ice"));
    bench.carry();

    // Then
    assertThat(entered.due()).isEmpty();
    assertThat(national.carried).hasSize(1);
    assertThat(
            bench.jdbc.queryForList(
                "select outcome from publish.take order by created", String.class))
        .containsExactly("current", "unchanged", "unchanged");
  }

  @Test
  void anotherTextWithoutADateIsANewVersion() {
    // Given
    bench.enter(story(1).undated(hour(0), "ice"));
    bench.carry();

    // When
    bench.enter(story(1).undated(hour(1), "thaw").text("It thaws."));
    bench.carry();

    // Then
    assertThat(national.carried).hasSize(2);
    assertThat(national.page(uri(1)).story().mark().created()).isEqualTo(hour(1));
  }

  @Test
  void renewedLinksOfAnUndatedVersionAreNoRepetition() {
    // Given
    bench.enter(story(1).undated(hour(0), "ice"));
    bench.carry();

    // When
    bench.enter(story(1).undated(hour(0), "ice").revision(1));
    bench.carry();

    // Then
    assertThat(national.page(uri(1)).story().mark().revision()).isEqualTo(1);
  }

  @Test
  void onlyAVersionWithADateBringsAKilledStoryBack() {
    // Given
    bench.enter(story(1).undated(hour(0), "ice"));
    bench.carry();
    bench.enter(story(1).version(2).created(hour(1)).killed());
    bench.carry();

    // When
    bench.enter(story(1).version(2).undated(hour(2), "ice"));
    bench.enter(story(1).version(3).undated(hour(3), "thaw"));
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
    assertThat(bench.state(NATIONAL, 1)).isEqualTo("TAKEN_DOWN");

    // When
    bench.enter(story(1).version(3).created(hour(4)));
    bench.carry();

    // Then
    assertThat(national.shown).containsKey(uri(1));
  }

  @Test
  void aKillWinsOverWhatHasNoDateHoweverLateThatCame() {
    // Given
    bench.enter(story(1).undated(hour(8), "ice"));
    bench.carry();

    // When
    bench.enter(story(1).created(hour(1)).killed());
    bench.carry();

    // Then
    assertThat(national.shown).isEmpty();
  }

  @Test
  void aStoryThatCameBackGoesOnWithoutDatesAndItsOldKillIsNoNews() {
    // Given
    bench.enter(story(1), story(1).version(2).created(hour(1)).killed());
    bench.enter(story(1).version(2).created(hour(2)));
    bench.carry();

    // When
    bench.enter(story(1).version(2).undated(hour(3), "thaw"));
    bench.enter(story(1).version(2).created(hour(1)).killed());
    bench.carry();

    // Then
    assertThat(national.page(uri(1)).story().mark().created()).isEqualTo(hour(3));
  }

  @Test
  void aStoryThatAnotherSaysItReplacesStaysWhereItIs() {
    // Given
    bench.enter(story(1));
    bench.carry();

    // When
    bench.enter(story(2).replaces(1));
    bench.carry();

    // Then
    assertThat(national.shown).containsOnlyKeys(uri(1), uri(2));
    assertThat(national.page(uri(2)).story().origin().filing().replaces()).containsExactly(uri(1));
  }
}
