package newsroom.benchmark.plumbing;

import static newsroom.schema.codec.EventCodec.DRAFTED;
import static newsroom.schema.codec.EventCodec.ENRICHED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import newsroom.schema.Drafted;
import newsroom.schema.Enriched;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The floor: what the enrichment service does with no enricher, in plain Kafka clients and
/// nothing else. Decode, build, encode, send; flush each poll, then commit. At least once, as the
/// service.
///
/// Arguments: bootstrap servers.
public final class FloorRelay {

  static final String GROUP = "floor-relay";

  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<String, byte[]> in;
  private final KafkaProducer<String, byte[]> out;

  private FloorRelay(String bootstrap) {
    this.in =
        new KafkaConsumer<>(
            consumer(bootstrap), new StringDeserializer(), new ByteArrayDeserializer());
    this.out =
        new KafkaProducer<>(producer(bootstrap), new StringSerializer(), new ByteArraySerializer());
  }

  public static void main(String[] arguments) throws ExecutionException, InterruptedException {
    var relay = new FloorRelay(arguments[0]);
    Runtime.getRuntime().addShutdownHook(new Thread(relay.stopping(Thread.currentThread())));
    relay.run();
  }

  private Runnable stopping(Thread running) {
    return () -> {
      in.wakeup();
      try {
        // the JVM goes when its hooks are done, and the group should hear that this member left
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private void run() throws ExecutionException, InterruptedException {
    try (in;
        out) {
      in.subscribe(List.of(ArticleTopics.DRAFTED));
      while (true) {
        relay(in.poll(POLL));
      }
    } catch (WakeupException stopped) {
      // told to end
    }
  }

  private void relay(ConsumerRecords<String, byte[]> batch)
      throws ExecutionException, InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    var sent = new ArrayList<Future<?>>(batch.count());
    for (var drafted : batch) {
      var enriched = ENRICHED.encode(enriched(DRAFTED.decode(drafted.value())));
      sent.add(out.send(new ProducerRecord<>(ArticleTopics.ENRICHED, drafted.key(), enriched)));
    }
    out.flush();
    for (var one : sent) {
      one.get();
    }
    in.commitSync();
  }

  private static Enriched enriched(Drafted drafted) {
    return new Enriched(
        drafted.getUri(),
        drafted.getVersion(),
        drafted.getVersionCreated(),
        0,
        Instant.now(),
        drafted.getArticle(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        null);
  }

  private static Map<String, Object> consumer(String bootstrap) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
        ConsumerConfig.GROUP_ID_CONFIG, GROUP,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500");
  }

  private static Map<String, Object> producer(String bootstrap) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
        ProducerConfig.ACKS_CONFIG, "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
        ProducerConfig.BATCH_SIZE_CONFIG, "65536",
        ProducerConfig.LINGER_MS_CONFIG, "0");
  }
}
