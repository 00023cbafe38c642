package newsroom.enrichment.broker;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.stereotype.Component;

/// The partitions of `articles.drafted` that this instance reads: its share of the stories. Whoever
/// reads a story's drafts is the only one that says anything about it.
@Component
public class Share implements KafkaBindingRebalanceListener {

  private final ReentrantLock giving = new ReentrantLock();

  /// Which taking of each partition this is: one that was given away and came back is another.
  private final Map<Integer, Integer> takings = new HashMap<>();

  /// Partitions whose first batch is not finished: another instance, or this one before a crash,
  /// may have told a part of it.
  private final Set<Integer> doubtful = ConcurrentHashMap.newKeySet();

  /// In which taking a batch was begun that is done again: the group may have been shared out anew
  /// in between.
  private final Map<Integer, Integer> tried = new HashMap<>();

  private int taken;

  /// Each partition of the share, and which taking of it this is.
  public Map<Integer, Integer> takings() {
    return locked(() -> Map.copyOf(takings));
  }

  /// Does something about a partition while nobody else can get it; no partition is given away
  /// until that is done.
  ///
  /// @return false when the partition is not, or no longer, of this taking
  public boolean whileMine(int partition, int taking, Runnable work) {
    return locked(
        () -> {
          boolean mine = takings.getOrDefault(partition, -1) == taking;
          if (mine) {
            work.run();
          }
          return mine;
        });
  }

  boolean isDoubtful(int partition) {
    return doubtful.contains(partition);
  }

  /// A batch of these partitions has failed and is done again.
  void doubt(Collection<Integer> partitions) {
    locked(
        () -> {
          partitions.forEach(it -> tried.putIfAbsent(it, takings.getOrDefault(it, -1)));
          return doubtful.addAll(partitions);
        });
  }

  /// A batch of these partitions is told. One of an earlier taking says nothing of this one.
  void trust(Collection<Integer> partitions) {
    locked(
        () -> {
          for (var partition : partitions) {
            var now = takings.getOrDefault(partition, -1);
            if (now.equals(Objects.requireNonNullElse(tried.remove(partition), now))) {
              doubtful.remove(partition);
            }
          }
          return true;
        });
  }

  private <T> T locked(Supplier<T> work) {
    giving.lock();
    try {
      return work.get();
    } finally {
      giving.unlock();
    }
  }

  @Override
  public void onPartitionsAssigned(
      String binding, Consumer<?, ?> consumer, Collection<TopicPartition> given, boolean initial) {
    locked(
        () -> {
          taken++;
          given.forEach(partition -> takings.put(partition.partition(), taken));
          return doubtful.addAll(given.stream().map(TopicPartition::partition).toList());
        });
  }

  @Override
  public void onPartitionsRevokedBeforeCommit(
      String binding, Consumer<?, ?> consumer, Collection<TopicPartition> given) {
    locked(
        () -> takings.keySet().removeAll(given.stream().map(TopicPartition::partition).toList()));
  }
}
