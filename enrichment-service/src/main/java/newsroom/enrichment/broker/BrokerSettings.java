package newsroom.enrichment.broker;

import java.time.Duration;
import newsroom.schema.topic.ArticleTopics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How topics are made, and how long the first story waits for what should be ready before.
///
/// @param patience after this long the service works with what it has
@ConfigurationProperties("newsroom.enrichment.broker")
record BrokerSettings(
    @DefaultValue("6") int partitions,
    @DefaultValue("1") short replication,
    @DefaultValue("30s") Duration patience) {

  ArticleTopics topics() {
    return new ArticleTopics(partitions, replication);
  }
}
