package newsroom.enrichment.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/// Asks the Kafka cluster about itself. Every question ends within [#PATIENCE].
@Component
public class Broker implements DisposableBean {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final KafkaProperties settings;
  private @Nullable Admin admin;

  Broker(KafkaProperties settings) {
    this.settings = settings;
  }

  /// One topic of one cluster. A topic made again under its old name has another id.
  public record Topic(String cluster, String id, int partitions) {}

  /// What a topic is now.
  ///
  /// @throws Unreachable when there is no such topic, too
  public Topic topic(String name) {
    var cluster = answer(admin().describeCluster().clusterId());
    var topic = answer(admin().describeTopics(List.of(name)).allTopicNames()).get(name);
    if (topic == null) {
      throw new Unreachable("Kafka knows no topic " + name, new IllegalStateException(name));
    }
    return new Topic(cluster, topic.topicId().toString(), topic.partitions().size());
  }

  /// Settings for a plain consumer of this cluster.
  public Map<String, Object> consumerSettings() {
    return new HashMap<>(settings.buildConsumerProperties());
  }

  int nodes() {
    return answer(admin().describeCluster().nodes()).size();
  }

  /// Makes the topics that are not there yet.
  void declare(List<NewTopic> topics) {
    for (var made : admin().createTopics(topics).values().values()) {
      try {
        answer(made);
      } catch (Unreachable e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  /// Events of these partitions that the group has not finished.
  long lag(String group) {
    var read = answer(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    var ends = ends(read.keySet());
    return read.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .mapToLong(e -> Math.max(0, ends.getOrDefault(e.getKey(), 0L) - e.getValue().offset()))
        .sum();
  }

  private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
    var ends = new HashMap<TopicPartition, Long>();
    answer(admin().listOffsets(asked).all()).forEach((p, end) -> ends.put(p, end.offset()));
    return ends;
  }

  /// Made when first needed: a name that cannot be resolved yet must not keep the service down.
  private synchronized Admin admin() {
    if (admin == null) {
      try {
        admin = Admin.create(settings.buildAdminProperties());
      } catch (KafkaException e) {
        throw new Unreachable("Kafka's address leads nowhere: " + reason(e), e);
      }
    }
    return admin;
  }

  private static <T> T answer(KafkaFuture<T> asked) {
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      throw new Unreachable("Kafka says: " + cause.getMessage(), cause);
    } catch (TimeoutException e) {
      throw new Unreachable("Kafka does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while asking Kafka", e);
    }
  }

  private static String reason(Throwable e) {
    return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
  }

  @Override
  public synchronized void destroy() {
    if (admin != null) {
      admin.close(PATIENCE);
    }
  }
}
