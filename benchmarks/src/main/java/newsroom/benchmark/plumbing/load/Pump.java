package newsroom.benchmark.plumbing.load;

import java.util.Map;
import java.util.concurrent.Semaphore;
import newsroom.benchmark.copy.DraftedCopy;
import newsroom.benchmark.count.Tally;
import newsroom.benchmark.part.Pace;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Sends drafted events, as fast as they come through or at a steady rate.
final class Pump implements AutoCloseable {

  private final KafkaProducer<String, byte[]> out;
  private final DraftedCopy copy;
  private final Tally tally;
  private final Semaphore room;

  Pump(String bootstrap, DraftedCopy copy, Tally tally, Semaphore room) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.LINGER_MS_CONFIG, "0",
            ProducerConfig.BATCH_SIZE_CONFIG, "65536");
    this.out = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    this.copy = copy;
    this.tally = tally;
    this.room = room;
  }

  /// Sends whenever there is room in the window, for so long.
  void full(double seconds) throws InterruptedException {
    Pace.full(room, seconds, this::send);
  }

  /// Sends at this rate from this time on, for so long, however slowly they come through.
  void steady(double rate, long from, double seconds) {
    Pace.steady(rate, from, seconds, this::send);
  }

  @Override
  public void close() {
    out.close();
  }

  private void send(long intended) {
    var number = tally.send();
    var event = copy.bytes(number, intended);
    var _ =
        out.send(
            new ProducerRecord<>(ArticleTopics.DRAFTED, copy.key(number), event),
            (_, failed) -> check(failed));
  }

  // what the load could not even send would look like the relay's loss
  private static void check(@Nullable Exception failed) {
    if (failed != null) {
      failed.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }
}
