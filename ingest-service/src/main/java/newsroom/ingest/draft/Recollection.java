package newsroom.ingest.draft;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// Fills [Recent] after a start, on a thread of its own, from the end of `articles.drafted`.
///
/// A wire that comes before that is done waits for it, up to `recall-within`; then it is drafted
/// as if nothing were remembered. So no wire waits long and none is lost, and what may come of it
/// is a repeat, which whoever reads the topic takes in its stride. While Kafka is away it tries
/// again; when Kafka refuses, it gives up and says so, and nobody waits.
@Component
final class Recollection implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Recollection.class);

  private static final int TRY_AGAIN_MILLIS = 500;
  private static final String ANSWER_WITHIN_MILLIS = "3000";

  private final KafkaAdmin kafka;
  private final DraftSettings settings;
  private final Recent recent;
  private final Clock clock;
  private volatile @Nullable ScheduledExecutorService recalling;

  Recollection(KafkaAdmin kafka, DraftSettings settings, Recent recent, Clock clock) {
    this.kafka = kafka;
    this.settings = settings;
    this.recent = recent;
    this.clock = clock;
  }

  @Override
  public void start() {
    var executor =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("recall").factory());
    recalling = executor;
    executor.execute(() -> recallOrTryAgain(executor));
  }

  @Override
  public void stop() {
    var executor = recalling;
    recalling = null;
    recent.open();
    if (executor != null) {
      executor.shutdownNow();
      executor.close();
    }
  }

  @Override
  public boolean isRunning() {
    return recalling != null;
  }

  /// Before any channel is open.
  @Override
  public int getPhase() {
    return 0;
  }

  private void recallOrTryAgain(ScheduledExecutorService executor) {
    try (var consumer = consumer()) {
      var drafted = new DraftedTail(consumer, settings, clock.instant()).read();
      recent.fill(drafted);
      log.atInfo().addKeyValue("versions", drafted.size()).log("earlier drafts are known");
      recent.open();
    } catch (InterruptException e) {
      log.debug("stopped while recalling", e);
    } catch (RuntimeException e) {
      if (executor.isShutdown()) {
        return;
      }
      if (isKafkaAway(e)) {
        log.debug("earlier drafts cannot be read yet", e);
        var _ =
            executor.schedule(
                () -> recallOrTryAgain(executor), TRY_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      } else {
        log.atWarn().setCause(e).log("earlier drafts stay unknown: some may be drafted again");
        recent.open();
      }
    }
  }

  /// Also where the broker's name cannot be resolved yet.
  private static boolean isKafkaAway(RuntimeException e) {
    return e instanceof RetriableException
        || String.valueOf(e.getCause()).contains(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG);
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka.getConfigurationProperties());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "ingest-service-recall");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
