package newsroom.publish.delivery.carrying;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import newsroom.publish.delivery.carrying.Settlement.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/// Counts and logs what became of deliveries.
@Component
class Tally {

  private static final Logger log = LoggerFactory.getLogger("newsroom.publish.deliveries");

  private final MeterRegistry meters;
  private final Clock clock;

  Tally(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  void count(Line line, Settlement settlement) {
    var outcome = settlement.outcome();
    if (outcome == Outcome.NOTHING) {
      return;
    }
    var word = outcome.name().toLowerCase(Locale.ROOT);
    var tags = Tags.of("site", line.site(), "destination", line.name(), "outcome", word);
    meters.counter("newsroom.deliveries", tags).increment();
    var claimed = settlement.claimed();
    if (outcome == Outcome.LIVE && claimed.past().firstLive() == null) {
      var taken = Duration.between(claimed.wanted().received(), clock.instant());
      meters.timer("newsroom.wire.to.live", "site", line.site()).record(taken);
    }
    log.atLevel(level(outcome))
        .addKeyValue("uri", claimed.key().uri())
        .addKeyValue("version", claimed.wanted().mark().version())
        .addKeyValue("site", line.site())
        .addKeyValue("destination", line.name())
        .addKeyValue("reason", settlement.stand().reason())
        .log("delivery {}", word);
  }

  /// What an operator must see is a warning; what comes 1,500 times a second is not even news.
  private static Level level(Outcome outcome) {
    return switch (outcome) {
      case PARKED -> Level.WARN;
      // of the destination that they were given up at, its operator is told once
      case TAKEN_DOWN, GIVEN_UP -> Level.INFO;
      case LIVE, LINKED, DEFERRED, NOTHING -> Level.DEBUG;
    };
  }
}
