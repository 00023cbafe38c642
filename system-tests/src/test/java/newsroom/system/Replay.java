package newsroom.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import newsroom.local.Addresses;
import newsroom.local.Folders;
import newsroom.local.Port;
import newsroom.local.Settings;
import newsroom.local.broker.LocalBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// Lets publish read all of `articles.enriched` again, and tells whether anybody could notice.
record Replay(Path data, OracleSites sites) {

  private static final String TOPIC = "articles.enriched";
  private static final String GROUP = "publish";

  /// All that readers, partners and the ledger's own reports can see.
  record Seen(int posts, Map<String, String> files, List<String> ledger) {

    List<String> differencesFrom(Seen before) {
      var differences = new ArrayList<String>();
      if (posts != before.posts) {
        differences.add((posts - before.posts) + " more posts");
      }
      var changed = new TreeMap<>(files);
      changed.entrySet().removeAll(before.files.entrySet());
      changed.keySet().forEach(file -> differences.add("other bytes in " + file));
      var missing = new TreeMap<>(before.files);
      missing.keySet().removeAll(files.keySet());
      missing.keySet().forEach(file -> differences.add("no longer there: " + file));
      var rows = new ArrayList<>(ledger);
      rows.removeAll(before.ledger);
      rows.forEach(row -> differences.add("the ledger has " + row));
      return differences;
    }
  }

  /// What is seen when nothing has moved for some seconds.
  Seen quiet() throws IOException {
    var accounts = Accounts.of(data);
    var last = new HashMap<String, Object>();
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(1))
        .during(Duration.ofSeconds(8))
        .until(
            () -> {
              var now = List.of(sites.arrived(), accounts.visible());
              return now.equals(last.put("seen", now)) && accounts.settled();
            });
    return new Seen(sites.arrived(), files(), accounts.visible());
  }

  private Map<String, String> files() throws IOException {
    var files = new TreeMap<String, String>();
    for (var folder : List.of(sites.pages(), sites.dropped())) {
      try (var all = Files.walk(folder)) {
        for (var file : all.filter(Files::isRegularFile).toList()) {
          var bytes = Files.readAllBytes(file);
          files.put(file.toString(), bytes.length + " " + Arrays.hashCode(bytes));
        }
      }
    }
    return files;
  }

  /// As an operator does while publish is down: Kafka alone is started.
  void forgetOffsets() throws Exception {
    var ports = Settings.in(data).ports();
    try (var broker =
            LocalBroker.start(
                new Folders(data).broker(), ports.of(Port.KAFKA), ports.of(Port.CONTROLLER));
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      await()
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptions()
          .until(
              () -> {
                admin.deleteConsumerGroups(List.of(GROUP)).all().get();
                return true;
              });
    }
  }

  void awaitReadToTheEnd() throws IOException {
    var brokers = new Addresses(Settings.in(data).ports()).brokers();
    try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      await()
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofMillis(500))
          .ignoreExceptions()
          .until(() -> readToTheEnd(admin));
    }
  }

  private static boolean readToTheEnd(Admin admin) throws Exception {
    var topic =
        Objects.requireNonNull(
            admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC));
    var latest =
        topic.partitions().stream()
            .collect(
                Collectors.toMap(
                    it -> new TopicPartition(TOPIC, it.partition()), _ -> OffsetSpec.latest()));
    var ends = admin.listOffsets(latest).all().get();
    var read = admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .filter(end -> end.getValue().offset() > 0)
        .allMatch(
            end ->
                read.containsKey(end.getKey())
                    && Objects.requireNonNull(read.get(end.getKey())).offset()
                        >= end.getValue().offset());
  }
}
