package newsroom.benchmark.plumbing.load;

import static newsroom.schema.codec.EventCodec.ENRICHED;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import newsroom.benchmark.copy.DraftedCopy;
import newsroom.benchmark.count.Histograms;
import newsroom.benchmark.count.Tally;
import newsroom.schema.topic.ArticleTopics;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Takes what the relay made, on a thread of its own.
final class Sink implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final DraftedCopy copy;
  private final Tally tally;
  private final Semaphore room;
  private final Histogram latencies = Histograms.empty();
  private final KafkaConsumer<byte[], byte[]> in;
  private final Thread thread = new Thread(this::run, "sink");
  private volatile boolean open = true;
  private volatile long measureFrom = Long.MAX_VALUE;

  Sink(String bootstrap, DraftedCopy copy, Tally tally, Semaphore room) {
    this.copy = copy;
    this.tally = tally;
    this.room = room;
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            "2000");
    this.in =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    var partitions =
        in.partitionsFor(ArticleTopics.ENRICHED).stream()
            .map(found -> new TopicPartition(found.topic(), found.partition()))
            .toList();
    in.assign(partitions);
    in.seekToBeginning(partitions);
    thread.setUncaughtExceptionHandler((failed, e) -> fail(e));
    thread.start();
  }

  /// Events meant to go out at this time or later count in the histogram.
  void measureFrom(long intended) {
    measureFrom = intended;
  }

  /// Only after [#close].
  Histogram latencies() {
    return latencies;
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (in) {
      while (open) {
        for (var event : in.poll(POLL)) {
          take(event.value());
        }
      }
    }
  }

  private void take(byte[] bytes) {
    var enriched = ENRICHED.decode(bytes);
    if (tally.arrived(copy.number(enriched.getUri(), enriched.getVersion()))) {
      var intended = DraftedCopy.intended(enriched.getArticle());
      if (intended >= measureFrom) {
        latencies.recordValue(System.nanoTime() - intended);
      }
      room.release();
    }
  }

  // a sink that ended would look like a slow relay
  private static void fail(Throwable cause) {
    cause.printStackTrace();
    Runtime.getRuntime().halt(1);
  }
}
