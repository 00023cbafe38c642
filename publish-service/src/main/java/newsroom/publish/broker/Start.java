package newsroom.publish.broker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import newsroom.publish.broker.Broker.Away;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Waits for PostgreSQL and Kafka, in whatever order they come, and begins the shift then. The HTTP
/// port is open all the while and says what is waited for.
@Component
class Start implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Start.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Migration migration;
  private final Broker broker;
  private final Shift shift;
  private volatile CountDownLatch ended = new CountDownLatch(0);
  private volatile boolean begun;
  private volatile String waitingFor = "not started";

  Start(Migration migration, Broker broker, Shift shift) {
    this.migration = migration;
    this.broker = broker;
    this.shift = shift;
  }

  Pulse.Reading reading() {
    if (!begun) {
      return new Pulse.Reading(false, waitingFor);
    }
    return shift.running()
        ? new Pulse.Reading(true, "")
        : new Pulse.Reading(false, "the consumer of articles.enriched does not run");
  }

  @Override
  public void start() {
    ended = new CountDownLatch(1);
    Thread.ofVirtual().name("start").start(this::open);
  }

  private void open() {
    try {
      until("PostgreSQL", migration::run);
      until("Kafka", broker::makeTopics);
      until("the consumer of articles.enriched", shift::begin);
      begun = ended.getCount() > 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface Step {
    void take() throws Away;
  }

  private void until(String what, Step step) throws InterruptedException {
    boolean said = false;
    while (ended.getCount() > 0) {
      try {
        waitingFor = "waiting for " + what;
        step.take();
        return;
      } catch (Away | RuntimeException e) {
        waitingFor = "waiting for " + what + ": " + e.getMessage();
        if (!said) {
          log.atInfo().addKeyValue("reason", e.getMessage()).log("waiting for {}", what);
          said = true;
        }
      }
      if (ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  @Override
  public void stop() {
    ended.countDown();
    shift.end();
    begun = false;
    waitingFor = "ending";
  }

  @Override
  public boolean isRunning() {
    return ended.getCount() > 0;
  }
}
