package newsroom.publish.delivery.conduct;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The circuit of each destination as this instance sees it now, for people and for
/// `newsroom.circuit` (0 closed, 1 half open, 2 open, 3 disabled).
@Component
public class Circuits {

  private static final Now CLOSED = new Now(Circuit.CLOSED, false);

  private final MeterRegistry meters;
  private final Map<String, Now> now = new ConcurrentHashMap<>();

  Circuits(MeterRegistry meters) {
    this.meters = meters;
  }

  /// Where a circuit stands.
  ///
  /// @param disabled nothing is brought there at all
  public record Now(Circuit circuit, boolean disabled) {

    int figure() {
      if (disabled) {
        return 3;
      }
      return switch (circuit) {
        case CLOSED -> 0;
        case HALF_OPEN -> 1;
        case OPEN -> 2;
      };
    }
  }

  /// A destination that is carried to.
  public void open(String site, String destination) {
    now.put(destination, new Now(Circuit.CLOSED, false));
    var tags = Tags.of("site", site, "destination", destination);
    // one that begins anew with other settings has it already
    if (meters.find("newsroom.circuit").tags(tags).gauge() == null) {
      Gauge.builder("newsroom.circuit", () -> now.getOrDefault(destination, CLOSED).figure())
          .tags(tags)
          .register(meters);
    }
  }

  /// One that is carried to no more, since the file of sites has it no more.
  public void close(String destination) {
    now.remove(destination);
  }

  public void say(String destination, Now circuit) {
    now.put(destination, circuit);
  }

  Map<String, Now> all() {
    return new TreeMap<>(now);
  }
}
