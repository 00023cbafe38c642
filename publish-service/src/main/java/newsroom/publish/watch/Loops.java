package newsroom.publish.watch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Every loop of this service, and in health whether each still turns.
@Component("loopsHealthIndicator")
public class Loops implements HealthIndicator {

  private final List<Loop> loops = new CopyOnWriteArrayList<>();

  /// A loop, not started yet.
  ///
  /// @param patience no turn takes longer; a loop that does is not well
  public Loop of(String name, Duration patience, Loop.Turn turn) {
    var loop = new Loop(name, patience, turn);
    loops.add(loop);
    return loop;
  }

  /// One that has ended for good.
  public void forget(Loop loop) {
    loops.remove(loop);
  }

  @Override
  public Health health() {
    var health = Health.up();
    for (var loop : loops) {
      if (loop.running()) {
        var reading = loop.reading();
        health.withDetail(loop.name(), sentence(reading));
        if (!reading.well()) {
          health.down();
        }
      }
    }
    return health.build();
  }

  private static String sentence(Loop.Reading reading) {
    var last = "last turn %d s ago".formatted(reading.age().toSeconds());
    var hangs = reading.well() ? last : "does not turn: " + last;
    return reading.trouble().isEmpty() ? hangs : hangs + ", in trouble: " + reading.trouble();
  }
}
