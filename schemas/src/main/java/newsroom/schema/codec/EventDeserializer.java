package newsroom.schema.codec;

import newsroom.schema.topic.ArticleTopics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// Reads the article topics, for Kafka's `value.deserializer`. With the console consumer it prints
/// each event as JSON.
public final class EventDeserializer implements Deserializer<SpecificRecord> {

  @Override
  public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    return switch (topic) {
      case ArticleTopics.DRAFTED, ArticleTopics.DRAFTED_DEAD -> EventCodec.DRAFTED.decode(bytes);
      case ArticleTopics.ENRICHED, ArticleTopics.ENRICHED_DEAD -> EventCodec.ENRICHED.decode(bytes);
      case ArticleTopics.PUBLISHED, ArticleTopics.PUBLISHED_DEAD ->
          EventCodec.PUBLISHED.decode(bytes);
      default -> throw new IllegalArgumentException(topic + " is no topic of this newsroom");
    };
  }
}
