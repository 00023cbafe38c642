package newsroom.schema.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/// Names and declarations of the topics. The key is always the story's uri, so one story keeps its
/// order.
///
/// @param partitions how many partitions each topic has: the ceiling of instances that share the
///     work
/// @param replication copies of each partition, as many as there are brokers up to three
public record ArticleTopics(int partitions, short replication) {

  /// Versions as read from the wire.
  public static final String DRAFTED = "articles.drafted";

  /// Versions with their related links.
  public static final String ENRICHED = "articles.enriched";

  /// The last word on each story; compacted, so the last word of every story stays.
  public static final String PUBLISHED = "articles.published";

  /// What enrichment could not read of [#DRAFTED].
  public static final String DRAFTED_DEAD = "articles.drafted.enrichment.dead";

  /// What publish could not read of [#ENRICHED].
  public static final String ENRICHED_DEAD = "articles.enriched.publish.dead";

  /// What the morgue could not read of [#PUBLISHED].
  public static final String PUBLISHED_DEAD = "articles.published.morgue.dead";

  /// Every topic, ready for an admin client. Creating one that exists is not an error to its
  /// caller: each service declares all of them, so that they may start in any order.
  public List<NewTopic> all() {
    return List.of(
        log(DRAFTED),
        log(ENRICHED),
        lastWord(PUBLISHED),
        dead(DRAFTED_DEAD),
        dead(ENRICHED_DEAD),
        dead(PUBLISHED_DEAD));
  }

  private NewTopic log(String name) {
    return topic(name, TopicConfig.CLEANUP_POLICY_DELETE);
  }

  /// Nothing leaves such a topic by itself: it waits for somebody.
  private NewTopic dead(String name) {
    var topic = log(name);
    var configs = new HashMap<>(topic.configs());
    configs.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    return topic.configs(configs);
  }

  private NewTopic lastWord(String name) {
    return topic(name, TopicConfig.CLEANUP_POLICY_COMPACT);
  }

  private NewTopic topic(String name, String cleanup) {
    // all copies but one must have a record before it is acknowledged, so that one broker may be
    // away
    var inSync = String.valueOf(Math.max(1, replication - 1));
    return new NewTopic(name, partitions, replication)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, cleanup,
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, inSync,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "16777216"));
  }
}
