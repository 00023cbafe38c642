package newsroom.enrichment.broker;

import java.util.List;
import newsroom.enrichment.broker.DeadLetters.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/// The records of one poll, as Spring Cloud Stream hands them over.
public final class Batch {

  private static final byte[] NOTHING = {};

  private final List<?> payloads;
  private final Message<?> message;

  private Batch(List<?> payloads, Message<?> message) {
    this.payloads = payloads;
    this.message = message;
  }

  public static Batch of(Message<? extends List<?>> message) {
    return new Batch(message.getPayload(), message);
  }

  public int size() {
    return payloads.size();
  }

  /// The bytes of a record; none for a tombstone.
  public byte[] bytes(int i) {
    return payloads.get(i) instanceof byte[] bytes ? bytes : NOTHING;
  }

  /// Where a record came from.
  public Origin origin(int i) {
    return new Origin(
        String.valueOf(header(KafkaHeaders.RECEIVED_TOPIC, i)),
        header(KafkaHeaders.RECEIVED_PARTITION, i) instanceof Integer partition ? partition : 0,
        header(KafkaHeaders.OFFSET, i) instanceof Long offset ? offset : 0,
        header(KafkaHeaders.RECEIVED_KEY, i) instanceof String key ? key : null);
  }

  private @Nullable Object header(String name, int i) {
    return message.getHeaders().get(name) instanceof List<?> values ? values.get(i) : null;
  }
}
