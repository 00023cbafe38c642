package newsroom.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newsroom.schema.topic.ArticleTopics;
import org.junit.jupiter.api.Test;

class EventSerdeTests {

  private final EventSerializer serializer = new EventSerializer();
  private final EventDeserializer deserializer = new EventDeserializer();

  @Test
  void eachTopicIsReadAsItsOwnEvent() {
    assertThat(through(ArticleTopics.DRAFTED, Events.drafted())).contains("\"drafted\"");
    assertThat(through(ArticleTopics.ENRICHED, Events.enriched())).contains("\"related\"");
    assertThat(through(ArticleTopics.PUBLISHED, Events.published())).contains("\"LIVE\"");
  }

  private String through(String topic, org.apache.avro.specific.SpecificRecord event) {
    return String.valueOf(deserializer.deserialize(topic, serializer.serialize(topic, event)));
  }

  @Test
  void aTombstoneStaysATombstone() {
    assertThat(serializer.serialize(ArticleTopics.PUBLISHED, null)).isNull();
    assertThat(deserializer.deserialize(ArticleTopics.PUBLISHED, null)).isNull();
  }

  @Test
  void aTopicOfSomebodyElseIsRefused() {
    assertThatThrownBy(() -> deserializer.deserialize("weather", new byte[] {1}))
        .hasMessage("weather is no topic of this newsroom");
  }
}
