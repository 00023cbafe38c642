package newsroom.enrichment.morgue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final String STORY = "urn:newsroom:story:dam";

  @Test
  void laterEventsOfAStoryComeAfterEarlierOnes() {
    assertThat(order(home(4), 8, 4)).isGreaterThan(order(home(4), 7, 4)).isPositive();
  }

  @Test
  void whatIsReadOnceMoreHasItsOldPlace() {
    assertThat(order(home(4), 7, 4)).isEqualTo(order(home(4), 7, 4));
  }

  @Test
  void aStoryThatMovedToAnotherPartitionBeginsThereAfterAllThatItWas() {
    int now = home(5);
    int before = (now + 1) % 5;

    assertThat(order(now, 0, 5))
        .isGreaterThan(order(before, 1_000_000, 5))
        .isGreaterThan(order(home(4), 1_000_000, 4));
  }

  @Test
  void whatIsLeftInItsOldPartitionStillComesAfterWhatWasReadBefore() {
    int now = home(5);

    assertThat(order((now + 1) % 5, 8, 5)).isGreaterThan(order(home(4), 7, 4));
  }

  @Test
  void anEventOfNobodyHasAPlaceToo() {
    var event = new ConsumerRecord<String, byte[]>(ArticleTopics.PUBLISHED, 0, 3, null, null);

    assertThat(Order.of(event, 4)).isPositive();
  }

  private static int home(int partitions) {
    var key = STORY.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  private static long order(int partition, long offset, int partitions) {
    var event =
        new ConsumerRecord<>(ArticleTopics.PUBLISHED, partition, offset, STORY, new byte[0]);
    return Order.of(event, partitions);
  }
}
