package newsroom.benchmark.fanout.load;

import java.util.Map;
import newsroom.benchmark.copy.EnrichedCopy;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Puts enriched stories onto their topic, one after the other.
final class TopicFeed implements Feed {

  private final KafkaProducer<String, byte[]> out;
  private final EnrichedCopy copy;
  private long next;

  TopicFeed(String bootstrap, EnrichedCopy copy) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.LINGER_MS_CONFIG, "0",
            ProducerConfig.BATCH_SIZE_CONFIG, "65536");
    this.out = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    this.copy = copy;
  }

  @Override
  public void send(int many) {
    for (var sent = 0; sent < many; sent++) {
      var number = next++;
      var event = copy.bytes(number);
      var _ =
          out.send(
              new ProducerRecord<>(ArticleTopics.ENRICHED, copy.key(number), event),
              (_, failed) -> check(failed));
    }
  }

  @Override
  public void close() {
    out.close();
  }

  // what the load could not even send would look like a loss of publish
  private static void check(@Nullable Exception failed) {
    if (failed != null) {
      failed.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }
}
