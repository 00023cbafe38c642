package newsroom.local.broker;

import java.nio.file.Path;
import java.util.Properties;

/// What one broker on a laptop needs, as `server.properties` has it.
final class BrokerProperties {

  private BrokerProperties() {}

  static Properties of(Path log, int port, int controllerPort) {
    var properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("log.dirs", log.toString());
    listeners(properties, "127.0.0.1:" + port, "127.0.0.1:" + controllerPort);
    singleCopies(properties);
    quickRestart(properties);
    small(properties);
    return properties;
  }

  private static void listeners(Properties properties, String broker, String controller) {
    properties.put("listeners", "PLAINTEXT://" + broker + ",CONTROLLER://" + controller);
    properties.put("advertised.listeners", "PLAINTEXT://" + broker);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("controller.quorum.bootstrap.servers", controller);
  }

  private static void singleCopies(Properties properties) {
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "4");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("transaction.state.log.num.partitions", "4");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
  }

  private static void quickRestart(Properties properties) {
    // after a kill -9 the new broker waits until the session of its dead predecessor has run out
    properties.put("broker.session.timeout.ms", "1000");
    properties.put("broker.heartbeat.interval.ms", "200");
    properties.put("group.initial.rebalance.delay.ms", "0");
    properties.put("add.partitions.to.txn.retry.backoff.ms", "1");
  }

  private static void small(Properties properties) {
    properties.put("auto.create.topics.enable", "false");
    // else the cleaner takes 128 MB of heap
    properties.put("log.cleaner.dedupe.buffer.size", "8388608");
    properties.put("num.network.threads", "2");
    properties.put("num.io.threads", "4");
    // a picture-heavy wire is larger than Kafka's one megabyte
    properties.put("message.max.bytes", "16777216");
    properties.put("replica.fetch.max.bytes", "16777216");
  }
}
