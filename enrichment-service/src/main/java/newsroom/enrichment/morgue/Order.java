package newsroom.enrichment.morgue;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;

/// Numbers events of one topic so that those of one story rise in the order in which they were
/// said: by their offsets. Where the topic has got more partitions a story may have moved to
/// another one and begun there with a smaller offset; so what is read with more partitions comes
/// after what was read with fewer, and what lies where the story belongs now after what lies where
/// it once did.
final class Order {

  private static final int PARTITIONS = 48;
  private static final long AT_HOME = 1L << 47;

  private Order() {}

  static long of(ConsumerRecord<String, ?> event, int partitions) {
    return ((long) partitions << PARTITIONS)
        | (isAtHome(event, partitions) ? AT_HOME : 0)
        | event.offset();
  }

  /// As Kafka's own producer deals keys out.
  private static boolean isAtHome(ConsumerRecord<String, ?> event, int partitions) {
    var key = event.key();
    return key != null
        && Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions
            == event.partition();
  }
}
