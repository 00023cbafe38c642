package newsroom.local;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TopicExistsException;

/// Declares the topics before any service runs, so that whoever reads along misses nothing.
final class Topics {

  private Topics() {}

  static void declare(String brokers, int partitions) throws IOException, InterruptedException {
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", brokers, "enable.metrics.push", "false"))) {
      for (var created :
          admin.createTopics(new ArticleTopics(partitions, (short) 1).all()).values().values()) {
        try {
          created.get();
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw new IOException("Kafka does not take the topics: " + e.getCause(), e);
          }
        }
      }
    }
  }
}
