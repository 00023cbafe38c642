package newsroom.enrichment.broker;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Starts reading `articles.drafted` as soon as the topics are there and every [Precondition] is
/// met, or patience has run out. The service itself starts at once, in any order with Kafka.
@Component
class DraftedBinding implements SmartLifecycle {

  static final String NAME = "enrich-in-0";

  private static final Logger log = LoggerFactory.getLogger(DraftedBinding.class);

  private final Broker broker;
  private final BrokerSettings made;
  private final DraftedSettings settings;
  private final InputBindingLifecycle inputs;
  private final BindingsLifecycleController bindings;
  private final List<Precondition> preconditions;
  private final Clock clock;
  private volatile CountDownLatch stopping = new CountDownLatch(0);
  private volatile @Nullable String waitingFor = "not started";

  DraftedBinding(
      Broker broker,
      BrokerSettings made,
      DraftedSettings settings,
      InputBindingLifecycle inputs,
      BindingsLifecycleController bindings,
      List<Precondition> preconditions,
      Clock clock) {
    this.broker = broker;
    this.made = made;
    this.settings = settings;
    this.inputs = inputs;
    this.bindings = bindings;
    this.preconditions = preconditions;
    this.clock = clock;
  }

  /// What the binding waits for; null when it runs.
  @Nullable String waitingFor() {
    if (waitingFor != null) {
      return waitingFor;
    }
    return bindings.queryState(NAME).stream().anyMatch(Binding::isRunning)
        ? null
        : "reading of drafted stories has stopped";
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    Thread.ofVirtual().name("drafted-binding").start(this::openWhenReady);
  }

  private void openWhenReady() {
    // unhurried: a broker that is being started needs a moment between two questions
    while (!declared() && !stopped(500)) {
      log.debug("asking for the topics again");
    }
    var enough = clock.instant().plus(settings.patience());
    while (!allMet(enough) && !stopped(50)) {
      log.trace("waiting");
    }
    while (!opened() && !stopped(1_000)) {
      log.debug("opening the binding again");
    }
  }

  private boolean declared() {
    try {
      broker.declare(made.topics().all());
      return true;
    } catch (Unreachable e) {
      wait("for topics: " + e.getMessage());
      return false;
    }
  }

  private boolean allMet(Instant enough) {
    var unmet = preconditions.stream().filter(precondition -> !precondition.met()).toList();
    if (unmet.isEmpty()) {
      return true;
    }
    if (clock.instant().isAfter(enough)) {
      log.warn("starting without waiting longer until {}", unmet);
      return true;
    }
    wait("until " + unmet);
    return false;
  }

  private boolean opened() {
    if (stopping.getCount() == 0) {
      return true;
    }
    try {
      inputs.start();
      waitingFor = null;
      log.info("reading drafted stories");
      return true;
    } catch (RuntimeException e) {
      wait("for the binding: " + e.getMessage());
      return false;
    }
  }

  private void wait(String what) {
    if (!what.equals(waitingFor)) {
      log.info("drafted stories wait: {}", what);
    }
    waitingFor = what;
  }

  private boolean stopped(long afterMillis) {
    try {
      return stopping.await(afterMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void stop() {
    stopping.countDown();
    waitingFor = "stopped";
  }

  @Override
  public boolean isRunning() {
    return stopping.getCount() > 0;
  }
}
