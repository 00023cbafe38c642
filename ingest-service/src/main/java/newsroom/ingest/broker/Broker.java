package newsroom.ingest.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// Asks Kafka every few seconds whether it is there, on a thread of its own: who wants to know
/// reads the last answer and never waits. Each time a broker comes (back), the topics are declared.
@Component
final class Broker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Broker.class);

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final Duration ASK_AGAIN = Duration.ofSeconds(3);
  private static final Duration ASK_AGAIN_WHEN_AWAY = Duration.ofSeconds(1);
  private static final Duration STALE = Duration.ofSeconds(9);

  private record Answer(Instant when, Optional<String> trouble) {}

  private final KafkaAdmin kafka;
  private final TopicSettings settings;
  private final Clock clock;
  private volatile @Nullable ScheduledExecutorService asking;
  private volatile @Nullable Answer last;
  private @Nullable Admin admin;
  private boolean declared;

  Broker(KafkaAdmin kafka, TopicSettings settings, Clock clock) {
    this.kafka = kafka;
    this.settings = settings;
    this.clock = clock;
  }

  /// What is wrong with Kafka, as of the last few seconds; empty when nothing is.
  Optional<String> trouble() {
    var answer = last;
    if (answer == null) {
      return Optional.of("Kafka has not been asked yet");
    }
    if (answer.when().plus(STALE).isBefore(clock.instant())) {
      return Optional.of("Kafka has not answered since " + answer.when());
    }
    return answer.trouble();
  }

  @Override
  public void start() {
    var executor =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("broker").factory());
    asking = executor;
    executor.execute(() -> askAndComeBack(executor));
  }

  @Override
  public void stop() {
    var executor = asking;
    asking = null;
    if (executor != null) {
      executor.shutdownNow();
      executor.close();
    }
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }

  @Override
  public boolean isRunning() {
    return asking != null;
  }

  private void askAndComeBack(ScheduledExecutorService executor) {
    var trouble = ask();
    if (executor.isShutdown()) {
      return;
    }
    tell(trouble);
    last = new Answer(clock.instant(), trouble);
    var pause = trouble.isEmpty() ? ASK_AGAIN : ASK_AGAIN_WHEN_AWAY;
    var _ =
        executor.schedule(() -> askAndComeBack(executor), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Optional<String> ask() {
    try {
      var asked = admin();
      var options = new DescribeClusterOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
      asked.describeCluster(options).nodes().get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      declare(asked);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("stopping");
    } catch (TimeoutException e) {
      declared = false;
      return Optional.of("Kafka does not answer");
    } catch (ExecutionException | RuntimeException e) {
      declared = false;
      var cause = e.getCause() == null ? e : e.getCause();
      return Optional.of("Kafka does not answer: " + cause.getMessage());
    }
  }

  /// Made when it is first needed: where the broker's name cannot be resolved yet, it cannot be
  /// made.
  private Admin admin() {
    var made = admin;
    if (made == null) {
      made = Admin.create(kafka.getConfigurationProperties());
      admin = made;
    }
    return made;
  }

  private void declare(Admin asked) throws InterruptedException, ExecutionException {
    if (declared) {
      return;
    }
    for (var topic : asked.createTopics(settings.topics().all()).values().entrySet()) {
      try {
        topic.getValue().get();
        log.atInfo().addKeyValue("topic", topic.getKey()).log("topic declared");
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    declared = true;
  }

  /// One line when it goes and one when it comes back, however long it takes.
  private void tell(Optional<String> trouble) {
    var before = last;
    if (trouble.isEmpty() && (before == null || before.trouble().isPresent())) {
      log.atInfo().log("Kafka is there");
    } else if (trouble.isPresent() && before != null && before.trouble().isEmpty()) {
      log.atWarn().addKeyValue("reason", trouble.get()).log("Kafka is away");
    } else if (trouble.isPresent() && before == null) {
      log.atInfo().addKeyValue("reason", trouble.get()).log("waiting for Kafka");
    }
  }
}
