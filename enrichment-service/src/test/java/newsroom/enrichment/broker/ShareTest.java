package newsroom.enrichment.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ShareTest {

  private static final List<TopicPartition> BOTH =
      List.of(new TopicPartition("drafted", 0), new TopicPartition("drafted", 1));

  private final Share share = new Share();

  private void given() {
    share.onPartitionsAssigned("drafted", new MockConsumer<>("none"), BOTH, true);
  }

  private void takenAway() {
    share.onPartitionsRevokedBeforeCommit("drafted", new MockConsumer<>("none"), BOTH);
  }

  @Test
  void aPartitionIsDoubtfulUntilItsFirstBatchIsTold() {
    // When
    given();
    share.trust(Set.of(0));

    // Then
    assertThat(share.isDoubtful(0)).isFalse();
    assertThat(share.isDoubtful(1)).isTrue();
  }

  @Test
  void aBatchThatIsDoneAgainIsTrustedOnceItIsTold() {
    // Given
    given();
    share.trust(Set.of(0));

    // When
    share.doubt(Set.of(0));
    assertThat(share.isDoubtful(0)).isTrue();
    share.trust(Set.of(0));

    // Then
    assertThat(share.isDoubtful(0)).isFalse();
  }

  @Test
  void aBatchOfAnEarlierTakingSaysNothingOfThisOne() {
    // Given
    given();
    share.doubt(Set.of(0));

    // When
    takenAway();
    given();
    share.trust(Set.of(0));

    // Then
    assertThat(share.isDoubtful(0)).isTrue();

    // When
    share.trust(Set.of(0));

    // Then
    assertThat(share.isDoubtful(0)).isFalse();
  }
}
