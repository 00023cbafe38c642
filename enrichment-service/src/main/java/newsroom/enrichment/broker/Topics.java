package newsroom.enrichment.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.springframework.stereotype.Component;

/// Looks into topics beside the binding, without a group and without a trace.
@Component
public class Topics {

  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Broker broker;

  Topics(Broker broker) {
    this.broker = broker;
  }

  /// How many partitions a topic has.
  public int partitions(String topic) {
    return broker.topic(topic).partitions();
  }

  /// The partition of so many that events of this key go to.
  public static int partition(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions;
  }

  Set<Integer> partitions(String topic, Collection<String> keys) {
    int partitions = partitions(topic);
    return keys.stream().map(key -> partition(key, partitions)).collect(Collectors.toSet());
  }

  /// A reader that is to be told what to read.
  ///
  /// @param client its name in Kafka's logs
  public Consumer<String, byte[]> reader(String client, int atATime) {
    var properties = broker.consumerSettings();
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, atATime);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  public static Set<TopicPartition> of(String topic, Collection<Integer> partitions) {
    return partitions.stream()
        .map(partition -> new TopicPartition(topic, partition))
        .collect(Collectors.toSet());
  }

  public static Set<TopicPartition> all(String topic, int partitions) {
    return of(topic, IntStream.range(0, partitions).boxed().toList());
  }

  /// Puts a reader to the first event that was written then or later.
  public static void since(
      Consumer<?, ?> reader, Collection<TopicPartition> partitions, Instant then) {
    var asked = new HashMap<TopicPartition, Long>();
    partitions.forEach(partition -> asked.put(partition, then.toEpochMilli()));
    // in this order: what is written between the two questions is then read, not passed over
    var ends = reader.endOffsets(partitions);
    var found = reader.offsetsForTimes(asked);
    ends.forEach(
        (partition, end) ->
            reader.seek(
                partition,
                Optional.ofNullable(found.get(partition)).map(at -> at.offset()).orElse(end)));
  }

  /// Shows the last events of these partitions.
  void last(
      String topic,
      Set<Integer> partitions,
      int many,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> look) {
    try (var reader = reader("enrichment-retold", many)) {
      reader.assign(of(topic, partitions));
      var ends = reader.endOffsets(reader.assignment());
      var beginnings = reader.beginningOffsets(reader.assignment());
      ends.forEach(
          (partition, end) ->
              reader.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - many)));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!isThere(reader, ends)) {
        if (System.nanoTime() > deadline) {
          throw new Unreachable(
              "the end of " + topic + " cannot be read", new IllegalStateException(topic));
        }
        var events = reader.poll(MOMENT);
        events.forEach(look);
        // as long as anything comes it is worth waiting
        deadline = events.isEmpty() ? deadline : System.nanoTime() + PATIENCE.toNanos();
      }
    }
  }

  /// Whether a reader has come so far.
  public static boolean isThere(Consumer<?, ?> reader, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> reader.position(end.getKey()) >= end.getValue());
  }
}
