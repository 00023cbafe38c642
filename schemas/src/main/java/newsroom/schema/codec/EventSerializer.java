package newsroom.schema.codec;

import newsroom.schema.Drafted;
import newsroom.schema.Enriched;
import newsroom.schema.Published;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Writes any event of ours to a topic, for Kafka's `value.serializer`.
public final class EventSerializer implements Serializer<SpecificRecord> {

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord event) {
    return switch (event) {
      case null -> null;
      case Drafted drafted -> EventCodec.DRAFTED.encode(drafted);
      case Enriched enriched -> EventCodec.ENRICHED.encode(enriched);
      case Published published -> EventCodec.PUBLISHED.encode(published);
      default ->
          throw new IllegalArgumentException(
              event.getClass().getName() + " is no event of this newsroom");
    };
  }
}
