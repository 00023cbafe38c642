package newsroom.ingest.quiet;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// When each agency last brought a wire, by each channel and by any. The gauge
/// `newsroom.wires.quiet` has the seconds since then, channel `any` for an agency that is expected
/// to file; until its first wire they count from the start.
@Component
public final class LastWires {

  private static final Logger log = LoggerFactory.getLogger(LastWires.class);

  private static final String ANY = "any";

  // agencies' names come in from outside: whoever makes names up must not fill the memory
  private static final int MOST = 2000;

  private record From(String agency, String channel) {}

  private final QuietSettings settings;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Map<From, Instant> last = new ConcurrentHashMap<>();
  private final Map<String, Duration> quiet = new ConcurrentHashMap<>();

  LastWires(QuietSettings settings, Clock clock, MeterRegistry meters) {
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
    settings.quiet().keySet().forEach(agency -> note(new From(agency, ANY)));
  }

  /// A wire has come in.
  public void heard(String agency, String channel) {
    var from = new From(agency, channel);
    if (last.size() < MOST || last.containsKey(from)) {
      note(from);
    }
    if (settings.quiet().containsKey(agency)) {
      note(new From(agency, ANY));
      if (quiet.remove(agency) != null) {
        log.atInfo().addKeyValue("agency", agency).log("{} is back", agency);
      }
    }
  }

  /// Says once of each agency that is expected to file that it has not.
  void look() {
    settings.quiet().forEach(this::look);
  }

  private void look(String agency, Duration allowed) {
    var since = since(new From(agency, ANY));
    if (since.compareTo(allowed) >= 0 && quiet.put(agency, since) == null) {
      log.atWarn()
          .addKeyValue("agency", agency)
          .log("nothing from {} for {} min", agency, since.toMinutes());
    }
  }

  /// For each agency that is quiet now a sentence, by its name.
  Map<String, String> quietNow() {
    var sentences = new TreeMap<String, String>();
    for (var agency : quiet.keySet()) {
      var minutes = since(new From(agency, ANY)).toMinutes();
      sentences.put(agency, "nothing for " + minutes + " min");
    }
    return sentences;
  }

  private void note(From from) {
    if (last.put(from, clock.instant()) == null) {
      Gauge.builder("newsroom.wires.quiet", () -> since(from).toMillis() / 1000.0)
          .description("Since the last wire of this agency by this channel")
          .baseUnit("seconds")
          .tag("agency", from.agency())
          .tag("channel", from.channel())
          .register(meters);
    }
  }

  private Duration since(From from) {
    var now = clock.instant();
    return Duration.between(last.getOrDefault(from, now), now);
  }
}
