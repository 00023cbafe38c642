package newsroom.enrichment.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import newsroom.enrichment.renewal.Due.Look;
import org.junit.jupiter.api.Test;

class DueTest {

  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private final Due due = new Due(Duration.ofSeconds(5), Duration.ofSeconds(40));

  @Test
  void whatComesWithinTheSettlingTimeIsOneLook() {
    // When
    due.come("young", "one", NOON);
    due.come("young", "two", NOON.plusSeconds(4));
    due.gone("young", "three", NOON.plusSeconds(4));

    // Then
    assertThat(due.take(NOON.plusSeconds(4), 10)).isEmpty();
    assertThat(due.take(NOON.plusSeconds(5), 10))
        .singleElement()
        .satisfies(
            look -> {
              assertThat(look.come()).containsExactlyInAnyOrder("one", "two");
              assertThat(look.gone()).containsExactly("three");
            });
  }

  @Test
  void aStoryThatWasLookedAtRestsAndIsThenLookedAtWithinTheMinute() {
    // Given
    due.come("young", "one", NOON);
    due.take(NOON.plusSeconds(5), 10);

    // When
    due.come("young", "two", NOON.plusSeconds(6));

    // Then
    assertThat(due.take(NOON.plusSeconds(44), 10)).isEmpty();
    assertThat(due.take(NOON.plusSeconds(45), 10)).hasSize(1);
  }

  @Test
  void noMoreAreTakenThanAllowedTheLongestDueFirst() {
    // Given
    due.come("late", "one", NOON.plusSeconds(1));
    due.come("early", "one", NOON);

    // Then
    assertThat(due.take(NOON.plusSeconds(9), 1)).extracting(Look::uri).containsExactly("early");
    assertThat(due.take(NOON.plusSeconds(9), 1)).extracting(Look::uri).containsExactly("late");
  }

  @Test
  void whoCameAndWentIsGone() {
    // When
    due.come("young", "one", NOON);
    due.gone("young", "one", NOON.plusSeconds(1));

    // Then
    var look = due.take(NOON.plusSeconds(5), 1).getFirst();
    assertThat(look.come()).isEmpty();
    assertThat(look.gone()).containsExactly("one");
  }

  @Test
  void whatIsPutOffComesAgain() {
    // Given
    due.come("young", "one", NOON);
    var look = due.take(NOON.plusSeconds(5), 1).getFirst();

    // When
    due.putBack(look.later(NOON.plusSeconds(7)));

    // Then
    assertThat(due.take(NOON.plusSeconds(7), 1))
        .singleElement()
        .satisfies(
            again -> {
              assertThat(again.come()).containsExactly("one");
              assertThat(again.tries()).isEqualTo(1);
            });
  }

  @Test
  void whoWaitsForTheArchiveHasNotBeenTried() {
    // Given
    due.come("young", "one", NOON);
    var look = due.take(NOON.plusSeconds(5), 1).getFirst();

    // When
    due.putBack(look.waiting(NOON.plusSeconds(7)));

    // Then
    assertThat(due.take(NOON.plusSeconds(7), 1))
        .singleElement()
        .satisfies(again -> assertThat(again.tries()).isZero());
  }
}
