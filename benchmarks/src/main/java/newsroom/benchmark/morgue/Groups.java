package newsroom.benchmark.morgue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import newsroom.benchmark.process.RunFailed;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// How far the services have come, as the broker knows it.
final class Groups implements AutoCloseable {

  private static final String GROUP = "enrichment";

  private final Admin admin;

  Groups(String bootstrap) {
    admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  /// Makes the newsroom's topics.
  static void declare(String bootstrap, int partitions) {
    try (var groups = new Groups(bootstrap)) {
      get(groups.admin.createTopics(new ArticleTopics(partitions, (short) 1).all()).all());
    }
  }

  /// Waits until so many services share all partitions of drafted stories.
  void awaitShared(int services, int partitions) {
    awaitTrue(
        () -> {
          var members =
              get(admin.describeConsumerGroups(List.of(GROUP)).all()).values().stream()
                  .flatMap(group -> group.members().stream())
                  .mapToInt(member -> member.assignment().topicPartitions().size())
                  .filter(share -> share > 0)
                  .toArray();
          return members.length == services && IntStream.of(members).sum() == partitions;
        },
        Duration.ofMinutes(2));
  }

  /// How many enriched stories there are.
  long enriched() {
    var topic = ArticleTopics.ENRICHED;
    var partitions =
        get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
            .flatMap(described -> described.partitions().stream())
            .collect(
                Collectors.toMap(
                    p -> new TopicPartition(topic, p.partition()), _ -> OffsetSpec.latest()));
    return get(admin.listOffsets(partitions).all()).values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  /// Waits for the last of so many; the first tenth only warms up.
  Shared awaitEnriched(long before, int stories, List<Desk> desks) {
    var longest = Duration.ofMinutes(30);
    long warm = stories / 10;
    awaitTrue(() -> enriched() - before >= warm, longest);
    long from = enriched();
    long start = System.nanoTime();
    var cpu = cpuSeconds(desks);
    awaitTrue(() -> enriched() - before >= stories, longest);
    double seconds = (System.nanoTime() - start) / 1e9;
    var used = new ArrayList<Double>();
    var after = cpuSeconds(desks);
    for (int i = 0; i < cpu.size(); i++) {
      used.add(after.get(i) - cpu.get(i));
    }
    long counted = before + stories - from;
    double sum = used.stream().mapToDouble(Double::doubleValue).sum();
    return new Shared(counted / seconds, 1_000 * sum / counted, used);
  }

  private static List<Double> cpuSeconds(List<Desk> desks) {
    return desks.stream()
        .map(desk -> ProcessHandle.of(desk.pid()).orElseThrow().info().totalCpuDuration())
        .map(cpu -> cpu.orElse(Duration.ZERO).toMillis() / 1_000.0)
        .toList();
  }

  private static void awaitTrue(BooleanSupplier happened, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new RunFailed("the services did not come so far in " + longest);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new RunFailed("the broker does not do as it is told: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailed("interrupted");
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
