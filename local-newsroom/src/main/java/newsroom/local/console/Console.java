package newsroom.local.console;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import newsroom.local.archive.PublishedTopic;
import newsroom.schema.codec.EventCodec;
import newsroom.schema.codec.UnknownSchema;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Tells the walk of each story from now on.
public final class Console implements AutoCloseable {

  private static final List<String> TOPICS =
      List.of(ArticleTopics.DRAFTED, ArticleTopics.ENRICHED, ArticleTopics.PUBLISHED);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Lines lines = new Lines(ZoneId.systemDefault());
  private final SpikeWatch spike;
  private final Consumer<Line> reader;
  private final LiveStories live = new LiveStories();
  private final Thread thread;

  private Console(KafkaConsumer<String, byte[]> consumer, SpikeWatch spike, Consumer<Line> reader) {
    this.spike = spike;
    this.consumer = consumer;
    this.reader = reader;
    this.thread = Thread.ofPlatform().name("console").daemon().unstarted(this::tell);
  }

  /// The topics must be there. When this returns, nothing that happens later is missed.
  ///
  /// @param ingest the address of the ingest service, ends in `/`
  /// @param reader gets the lines, on threads of the console's
  public static Console open(String brokers, URI ingest, Consumer<Line> reader)
      throws InterruptedException {
    var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", brokers,
                "client.id", "console",
                "enable.auto.commit", "false",
                "auto.offset.reset", "latest",
                "enable.metrics.push", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions = TOPICS.stream().flatMap(topic -> partitions(consumer, topic)).toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    var console = new Console(consumer, SpikeWatch.open(ingest, reader), reader);
    console.thread.start();
    return console;
  }

  private static Stream<TopicPartition> partitions(
      KafkaConsumer<String, byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(partition -> new TopicPartition(topic, partition.partition()));
  }

  private void tell() {
    try (consumer) {
      while (true) {
        for (var event : consumer.poll(Duration.ofSeconds(1))) {
          read(event).forEach(live.andThen(reader));
        }
      }
    } catch (WakeupException e) {
      // closed
      Thread.currentThread().interrupt();
    }
  }

  private Collection<Line> read(ConsumerRecord<String, byte[]> event) {
    // an archive is no news: its import says by itself how far it is
    if (event.value() == null || PublishedTopic.isOfArchive(event)) {
      return List.of();
    }
    try {
      return switch (event.topic()) {
        case ArticleTopics.DRAFTED -> lines.of(EventCodec.DRAFTED.decode(event.value()));
        case ArticleTopics.ENRICHED -> lines.of(EventCodec.ENRICHED.decode(event.value()));
        default -> lines.of(EventCodec.PUBLISHED.decode(event.value()));
      };
    } catch (UnknownSchema e) {
      // the service that reads this topic puts it aside and says so
      return List.of();
    }
  }

  /// Waits until a story is live somewhere, but not for ever; false when it was not in time.
  public boolean awaitLive(String uri, Duration patience) throws InterruptedException {
    return live.await(uri, patience);
  }

  @Override
  public void close() {
    spike.close();
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
