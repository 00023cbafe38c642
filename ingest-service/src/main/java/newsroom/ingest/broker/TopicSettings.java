package newsroom.ingest.broker;

import newsroom.schema.topic.ArticleTopics;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How the topics are declared where they do not exist yet.
@ConfigurationProperties("newsroom.ingest.topics")
record TopicSettings(int partitions, short replication) {

  ArticleTopics topics() {
    return new ArticleTopics(partitions, replication);
  }
}
