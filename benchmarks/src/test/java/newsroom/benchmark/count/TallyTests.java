package newsroom.benchmark.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TallyTests {

  private static final int STORIES = 3;

  private final Tally tally = new Tally(STORIES);

  @Test
  void whatCameInOrderIsNeitherMissingNorDuplicatedNorReordered() {
    // Given
    send(6);

    // When
    arrive(0, 1, 2, 3, 4, 5);

    // Then
    assertThat(tally.complete()).isTrue();
    assertThat(tally.counts()).isEqualTo(new Counts(6, 0, 0, 0));
  }

  @Test
  void whatNeverCameIsMissing() {
    // Given
    send(4);

    // When
    arrive(0, 3);

    // Then
    assertThat(tally.complete()).isFalse();
    assertThat(tally.arrivals()).isEqualTo(2);
    assertThat(tally.counts().missing()).isEqualTo(2);
  }

  @Test
  void aRepetitionIsCountedAndFillsNoGap() {
    // Given
    send(2);

    // When
    var first = tally.arrived(0);
    var again = tally.arrived(0);

    // Then
    assertThat(first).isTrue();
    assertThat(again).isFalse();
    assertThat(tally.counts()).isEqualTo(new Counts(2, 1, 1, 0));
  }

  @Test
  void anEarlierVersionAfterALaterOneOfItsStoryIsReordered() {
    // Given
    send(6);

    // When
    arrive(3, 0);

    // Then
    assertThat(tally.counts().reordered()).isEqualTo(1);
  }

  @Test
  void differentStoriesMayOvertakeEachOther() {
    // Given
    send(6);

    // When
    arrive(5, 4, 0, 3, 1, 2);

    // Then, only 1 after 4 and 2 after 5
    assertThat(tally.counts().reordered()).isEqualTo(2);
  }

  @Test
  void whatWasNeverSentCannotArrive() {
    assertThatThrownBy(() -> tally.arrived(0)).hasMessageContaining("never sent");
  }

  private void send(int count) {
    LongStream.range(0, count).forEach(_ -> tally.send());
  }

  private void arrive(long... numbers) {
    LongStream.of(numbers).forEach(tally::arrived);
  }
}
