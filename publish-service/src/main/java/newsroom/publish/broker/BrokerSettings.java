package newsroom.publish.broker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How topics are made where they are not there yet.
///
/// @param partitions of each topic: how many instances can share the work
/// @param replication copies of each partition
@ConfigurationProperties("newsroom.publish.topics")
record BrokerSettings(@DefaultValue("6") int partitions, @DefaultValue("1") short replication) {}
