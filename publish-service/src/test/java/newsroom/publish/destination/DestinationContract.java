package newsroom.publish.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every destination keeps. The test of a kind extends this and says four things:
///
/// - [#working]: a destination whose site takes everything. Called once or more in a test; each
///   call may open a new destination, but all of one test bring to the same site. Lists what
///   [#shelf] holds, if it lists.
/// - [#unreachable]: one whose site cannot be reached now (connection refused, disk not writable);
///   null where that cannot be brought about.
/// - [#refusing]: one whose site says no for good; null where the kind has no such answer.
/// - [#seen]: all that readers or receivers have at the site of [#working], in any form that
///   `equals` compares and whose `toString` holds the texts. Times of an attempt are no part of it.
///
/// Pages to carry are in [Pages]; [#carry] does what the ledger does around a destination.
public abstract class DestinationContract {

  /// What the ledger would know of the site by now.
  protected final LedgerShelf shelf = new LedgerShelf();

  protected abstract Destination working();

  protected abstract @Nullable Destination unreachable();

  protected abstract @Nullable Destination refusing();

  protected abstract Object seen();

  /// Carries, and puts on the shelf what was accepted.
  protected final List<Transmission> carry(Destination destination, Dispatch... dispatches) {
    var outcomes = destination.carry(List.of(dispatches));
    for (int i = 0; i < dispatches.length; i++) {
      shelf.settle(dispatches[i], outcomes.get(i));
    }
    return outcomes;
  }

  @Test
  void whatIsAcceptedIsSeen() {
    // When
    var outcomes = carry(working(), Pages.show(1, 1));

    // Then
    assertThat(outcomes).hasOnlyElementsOfType(Transmission.Accepted.class);
    assertThat(seen().toString()).contains("Lighthouse 1 moves inland, report 1");
  }

  @Test
  void carryingTwiceLeavesWhatCarryingOnceLeaves() {
    // Given
    carry(working(), Pages.show(1, 1), Pages.show(2, 1));
    var once = seen();

    // When
    var outcomes = carry(working(), Pages.show(1, 1), Pages.show(2, 1));

    // Then
    assertThat(outcomes).hasSize(2).hasOnlyElementsOfType(Transmission.Accepted.class);
    assertThat(seen()).isEqualTo(once);
  }

  @Test
  void outcomesComeInTheOrderOfTheDispatches() {
    // Given
    var dispatches = new ArrayList<Dispatch>();
    for (int number = 1; number <= 12; number++) {
      dispatches.add(Pages.show(number, 1));
    }

    // When
    var outcomes = carry(working(), dispatches.toArray(Dispatch[]::new));

    // Then
    assertThat(outcomes).hasSize(12);
    for (int i = 0; i < outcomes.size(); i++) {
      var url = ((Transmission.Accepted) outcomes.get(i)).url();
      if (url != null) {
        assertThat(url).isEqualTo(((Dispatch.Show) dispatches.get(i)).page().address());
      }
    }
  }

  @Test
  void aLaterVersionIsSeen() {
    // Given
    carry(working(), Pages.show(1, 1));

    // When
    carry(working(), Pages.show(1, 2));

    // Then
    assertThat(seen().toString()).contains("Lighthouse 1 moves inland, report 2");
  }

  @Test
  void takingDownTwiceLeavesWhatTakingDownOnceLeaves() {
    // Given
    carry(working(), Pages.show(1, 1), Pages.show(2, 1));
    carry(working(), Pages.takeDown(1, 2, true));
    var once = seen();

    // When
    var outcomes = carry(working(), Pages.takeDown(1, 2, true));

    // Then
    assertThat(outcomes).hasOnlyElementsOfType(Transmission.Accepted.class);
    assertThat(seen()).isEqualTo(once);
  }

  @Test
  void takingDownWhatWasNeverShownIsAccepted() {
    // When
    var outcomes = carry(working(), Pages.takeDown(7, 1, true), Pages.takeDown(8, 1, false));

    // Then
    assertThat(outcomes).hasSize(2).hasOnlyElementsOfType(Transmission.Accepted.class);
  }

  @Test
  void whatIsWithheldMayComeBack() {
    // Given
    carry(working(), Pages.show(1, 1));
    carry(working(), Pages.takeDown(1, 2, false));

    // When
    var outcomes = carry(working(), Pages.show(1, 3));

    // Then
    assertThat(outcomes).hasOnlyElementsOfType(Transmission.Accepted.class);
    assertThat(seen().toString()).contains("Lighthouse 1 moves inland, report 3");
  }

  @Test
  void editorsNotesAndCandidatesAreNeverSeen() {
    // When
    carry(working(), Pages.show(1, 1));

    // Then
    assertThat(seen().toString()).doesNotContain("Not for print");
  }

  @Test
  void anUnreachableSiteDefersEachDispatchWithASentence() {
    // Given
    var destination = unreachable();
    assumeTrue(destination != null, "this kind is always reachable");

    // When
    var outcomes = destination.carry(List.of(Pages.show(1, 1), Pages.takeDown(2, 1, true)));

    // Then
    assertThat(outcomes)
        .hasSize(2)
        .allSatisfy(
            outcome ->
                assertThat(((Transmission.Deferred) outcome).reason()).hasSizeGreaterThan(8));
  }

  @Test
  void aSiteThatSaysNoRefusesWithASentence() {
    // Given
    var destination = refusing();
    assumeTrue(destination != null, "this kind never says no");

    // When
    var outcomes = destination.carry(List.of(Pages.show(1, 1)));

    // Then
    assertThat(outcomes)
        .singleElement()
        .satisfies(
            outcome -> assertThat(((Transmission.Refused) outcome).reason()).hasSizeGreaterThan(8));
  }

  @Test
  void nothingToCarryIsNoTrouble() {
    assertThat(working().carry(List.of())).isEmpty();
  }

  @Test
  void batchAndDeadlineAreSaid() {
    assertThat(working().batch()).isPositive();
    assertThat(working().deadline()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(5));
  }
}
