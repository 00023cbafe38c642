package newsroom.enrichment.enricher;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import newsroom.enrichment.story.Story;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One enricher and how it has been doing: measured, and left alone for a while when it hangs.
final class Desk {

  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  private final Enricher enricher;
  private final Duration rest;
  private final Clock clock;
  private final Timer timer;
  private final Counter missing;
  private volatile Instant restsUntil = Instant.MIN;
  private volatile boolean wasMissing;

  Desk(Enricher enricher, Duration rest, Clock clock, MeterRegistry meters) {
    this.enricher = enricher;
    this.rest = rest;
    this.clock = clock;
    this.timer = meters.timer("newsroom.enricher", "enricher", enricher.name());
    this.missing = meters.counter("newsroom.enricher.missing", "enricher", enricher.name());
  }

  String name() {
    return enricher.name();
  }

  boolean isResting() {
    return clock.instant().isBefore(restsUntil);
  }

  Enrichment ask(Story story) throws Exception {
    return timer.recordCallable(() -> enricher.enrich(story));
  }

  /// The answer, or nothing when it fails or does not come in time.
  Optional<Enrichment> await(Future<Enrichment> answer, long nanos, String uri) {
    try {
      var enrichment = answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      wasMissing = false;
      return Optional.of(enrichment);
    } catch (ExecutionException e) {
      miss(uri, String.valueOf(e.getCause()));
    } catch (TimeoutException _) {
      // never interrupted: an interrupt closes the channels that the index reads and writes through
      answer.cancel(false);
      restsUntil = clock.instant().plus(rest);
      miss(uri, "no answer in time; not asked again for " + rest);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      miss(uri, "interrupted");
    }
    return Optional.empty();
  }

  void miss(String uri, String reason) {
    missing.increment();
    // one line when it begins: a morgue that is away would say it for every story
    var level = wasMissing ? log.atDebug() : log.atWarn();
    wasMissing = true;
    level
        .addKeyValue("uri", uri)
        .addKeyValue("enricher", name())
        .addKeyValue("reason", reason)
        .log("story goes on without an enricher");
  }
}
