package newsroom.enrichment.broker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Whether Kafka answers and drafted stories are read. It is looked at every few seconds in the
/// background, so that asking for health never waits for Kafka.
@Component("kafkaHealthIndicator")
class BrokerWatch implements HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);

  /// The consumer group of this service, as in its settings.
  private static final String GROUP = "enrichment";

  private final Broker broker;
  private final DraftedBinding binding;
  private volatile Sight last = new Sight(0, 0, "not looked at yet");

  private record Sight(int nodes, long lag, String trouble) {

    boolean isGood() {
      return trouble.isEmpty();
    }
  }

  BrokerWatch(Broker broker, DraftedBinding binding, MeterRegistry meters) {
    this.broker = broker;
    this.binding = binding;
    Gauge.builder("newsroom.lag", this, watch -> watch.last.lag())
        .description("events not read yet")
        .tag("consumer", GROUP)
        .register(meters);
  }

  @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
  void look() {
    var now = see();
    if (now.isGood() != last.isGood()) {
      var level = now.isGood() ? log.atInfo() : log.atWarn();
      level
          .addKeyValue("trouble", now.trouble())
          .log("Kafka {}", now.isGood() ? "is there" : "is away");
    }
    last = now;
  }

  private Sight see() {
    try {
      return new Sight(broker.nodes(), broker.lag(GROUP), "");
    } catch (Unreachable e) {
      return new Sight(0, last.lag(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Health health() {
    var sight = last;
    var waitingFor = binding.waitingFor();
    var health = sight.isGood() && waitingFor == null ? Health.up() : Health.outOfService();
    if (!sight.isGood()) {
      health.down().withDetail("trouble", sight.trouble());
    }
    if (waitingFor != null) {
      health.withDetail("waitingFor", waitingFor);
    }
    return health.withDetail("nodes", sight.nodes()).withDetail("lag", sight.lag()).build();
  }
}
