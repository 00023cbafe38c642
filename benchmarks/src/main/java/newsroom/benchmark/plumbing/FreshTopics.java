package newsroom.benchmark.plumbing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import newsroom.benchmark.process.RunFailed;
import newsroom.schema.topic.ArticleTopics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;

/// The newsroom's own topics on the race's broker, empty for each block.
final class FreshTopics implements AutoCloseable {

  private final Admin admin;

  FreshTopics(String bootstrap) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  /// Throws away topics and groups of the block before, and makes the topics anew.
  void renew(int partitions) {
    awaitTrue(() -> members().isEmpty());
    get(admin.deleteConsumerGroups(groups()).all());
    get(admin.deleteTopics(get(admin.listTopics().names())).all());
    awaitTrue(() -> get(admin.listTopics().names()).isEmpty());
    var topics =
        new ArticleTopics(partitions, (short) 1)
            .all().stream().map(FreshTopics::goneAtOnce).toList();
    get(admin.createTopics(topics).all());
  }

  /// True when consumers share all partitions of the topic that the relays read.
  boolean relayed(int partitions) {
    var assigned =
        members().stream()
            .flatMap(member -> member.assignment().topicPartitions().stream())
            .filter(partition -> partition.topic().equals(ArticleTopics.DRAFTED))
            .count();
    return assigned == partitions;
  }

  @Override
  public void close() {
    admin.close();
  }

  private List<MemberDescription> members() {
    return get(admin.describeConsumerGroups(groups()).all()).values().stream()
        .flatMap(group -> group.members().stream())
        .toList();
  }

  private Set<String> groups() {
    return get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
        .map(GroupListing::groupId)
        .collect(Collectors.toSet());
  }

  // a block leaves a few GB behind, and the next one wants the page cache
  private static NewTopic goneAtOnce(NewTopic topic) {
    var settings = new HashMap<>(topic.configs());
    settings.put("file.delete.delay.ms", "0");
    return topic.configs(settings);
  }

  private static void awaitTrue(BooleanSupplier happened) {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new RunFailed("the broker does not get rid of the block before");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new RunFailed("the broker does not do as it is told: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailed("interrupted");
    }
  }
}
