package newsroom.enrichment.broker;

import newsroom.schema.topic.ArticleTopics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How topics are made.
@ConfigurationProperties("newsroom.enrichment.topics")
record BrokerSettings(@DefaultValue("6") int partitions, @DefaultValue("1") short replication) {

  ArticleTopics topics() {
    return new ArticleTopics(partitions, replication);
  }
}
