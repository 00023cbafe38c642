package newsroom.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class ArticleTopicsTests {

  @Test
  void onlyTheLastWordIsCompacted() {
    var topics = new ArticleTopics(6, (short) 1).all();

    assertThat(topics)
        .filteredOn(topic -> "compact".equals(topic.configs().get("cleanup.policy")))
        .extracting(NewTopic::name)
        .containsExactly(ArticleTopics.PUBLISHED);
  }

  @Test
  void whatCouldNotBeReadStaysUntilSomebodyTakesItAway() {
    assertThat(new ArticleTopics(6, (short) 1).all())
        .filteredOn(topic -> topic.name().endsWith(".dead"))
        .hasSize(3)
        .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("retention.ms", "-1"));
  }

  @Test
  void anAcknowledgedRecordSurvivesTheLossOfOneBrokerOfThree() {
    assertThat(new ArticleTopics(6, (short) 3).all())
        .allSatisfy(
            topic -> {
              assertThat(topic.replicationFactor()).isEqualTo((short) 3);
              assertThat(topic.configs()).containsEntry("min.insync.replicas", "2");
            });
  }

  @Test
  void oneBrokerIsEnoughOnALaptop() {
    assertThat(new ArticleTopics(6, (short) 1).all())
        .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("min.insync.replicas", "1"));
  }
}
