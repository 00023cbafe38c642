package newsroom.publish.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// Kafka, asked directly and never for long.
@Component
@EnableConfigurationProperties(BrokerSettings.class)
class Broker implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 2;

  private final Admin admin;
  private final ArticleTopics topics;

  Broker(KafkaAdmin kafka, BrokerSettings settings) {
    var configuration = new HashMap<>(kafka.getConfigurationProperties());
    configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
    configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
    configuration.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    this.admin = Admin.create(configuration);
    this.topics = new ArticleTopics(settings.partitions(), settings.replication());
  }

  /// A broker that does not answer.
  static final class Away extends Exception {
    private Away(Throwable cause) {
      super("Kafka does not answer: " + cause.getMessage(), cause);
    }
  }

  void ping() throws Away {
    ask(() -> admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /// Makes the topics that are missing.
  void makeTopics() throws Away {
    for (var made : admin.createTopics(topics.all()).values().values()) {
      ask(
          () -> {
            try {
              return made.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
              if (e.getCause() instanceof TopicExistsException) {
                return null;
              }
              throw e;
            }
          });
    }
  }

  /// How many events of this topic the group has not come to.
  long lag(String group, String topic) throws Away {
    return ask(
        () -> {
          var committed =
              admin
                  .listConsumerGroupOffsets(group)
                  .partitionsToOffsetAndMetadata()
                  .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
          var ends = ends(topic);
          long lag = 0;
          for (var end : ends.entrySet()) {
            var at = committed.get(end.getKey());
            lag += Math.max(0, end.getValue().offset() - (at == null ? 0 : at.offset()));
          }
          return lag;
        });
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends(String topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    var description =
        admin.describeTopics(Set.of(topic)).allTopicNames().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    var partitions = new HashMap<TopicPartition, OffsetSpec>();
    var described = description.get(topic);
    if (described != null) {
      described
          .partitions()
          .forEach(
              it -> partitions.put(new TopicPartition(topic, it.partition()), OffsetSpec.latest()));
    }
    return admin.listOffsets(partitions).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @FunctionalInterface
  private interface Question<T extends @Nullable Object> {
    T ask() throws ExecutionException, InterruptedException, TimeoutException;
  }

  private static <T extends @Nullable Object> T ask(Question<T> question) throws Away {
    try {
      return question.ask();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Away(e);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      throw new Away(e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
