package newsroom.publish.broker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import newsroom.publish.broker.Broker.Away;
import newsroom.schema.topic.ArticleTopics;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Asks Kafka and PostgreSQL every few seconds how they are, each on a thread of its own, so that
/// health can say so at once.
@Component
class Pulse {

  /// How one of them is.
  ///
  /// @param trouble a sentence; empty when it is well
  record Reading(boolean well, String trouble) {}

  private static final Reading WELL = new Reading(true, "");

  private final Broker broker;
  private final Database database;
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean asksBroker = new AtomicBoolean();
  private final AtomicBoolean asksDatabase = new AtomicBoolean();
  private volatile Reading kafka = new Reading(false, "not asked yet");
  private volatile Reading postgres = new Reading(false, "not asked yet");
  private volatile double lag = Double.NaN;

  Pulse(Broker broker, Database database, MeterRegistry meters) {
    this.broker = broker;
    this.database = database;
    Gauge.builder("newsroom.lag", () -> lag).tag("consumer", "publish").register(meters);
  }

  Reading kafka() {
    return kafka;
  }

  Reading postgres() {
    return postgres;
  }

  @Scheduled(fixedRateString = "${newsroom.publish.pulse:3s}")
  void feel() {
    once(asksBroker, this::feelBroker);
    once(asksDatabase, this::feelDatabase);
  }

  /// Not again while the last question is still open.
  private void once(AtomicBoolean asking, Runnable question) {
    if (asking.compareAndSet(false, true)) {
      threads.execute(
          () -> {
            try {
              question.run();
            } finally {
              asking.set(false);
            }
          });
    }
  }

  private void feelBroker() {
    try {
      broker.ping();
      kafka = WELL;
      lag = broker.lag("publish", ArticleTopics.ENRICHED);
    } catch (Away e) {
      lag = Double.NaN;
      kafka = pingAgain(e);
    }
  }

  /// Without its topics Kafka is there all the same.
  private Reading pingAgain(Away first) {
    try {
      broker.ping();
      return WELL;
    } catch (Away e) {
      return new Reading(false, String.valueOf(first.getMessage()));
    }
  }

  private void feelDatabase() {
    try {
      database.ping();
      postgres = WELL;
    } catch (SQLException e) {
      postgres = new Reading(false, "PostgreSQL does not answer: " + e.getMessage());
    }
  }
}
