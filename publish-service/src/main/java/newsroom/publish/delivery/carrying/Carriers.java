package newsroom.publish.delivery.carrying;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.delivery.carrying.Settlements.Settled;
import newsroom.publish.published.Relay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// All carriers, one for each destination of each site.
@Component
@EnableConfigurationProperties(CarryingSettings.class)
public class Carriers {

  private static final Duration LAST_BATCH = Duration.ofSeconds(20);

  private final Map<String, Carrier> carriers = new LinkedHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Ownership ownership;
  private final Relay relay;
  private final Tally tally;

  Carriers(
      Lines lines, Clock clock, CarryingSettings settings, Desk desk, Relay relay, Tally tally) {
    this.ownership = desk.ownership();
    this.relay = relay;
    this.tally = tally;
    for (var line : lines.all()) {
      carriers.put(
          line.name(), new Carrier(line, clock, settings, desk, settled -> after(line, settled)));
    }
  }

  /// Starts carrying. The ledger must be there.
  public synchronized void start() {
    ownership.resume();
    carriers.forEach(
        (name, carrier) -> threads.add(Thread.ofVirtual().name("carrier " + name).start(carrier)));
  }

  /// Has what is under way carried and settled, and ends.
  public synchronized void stop() {
    carriers.values().forEach(Carrier::end);
    var patience = System.nanoTime() + LAST_BATCH.toNanos();
    for (var thread : threads) {
      try {
        thread.join(Duration.ofNanos(Math.max(1, patience - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
    ownership.close();
  }

  /// There is something to carry at these destinations.
  public void wake(Collection<String> destinations) {
    for (var destination : destinations) {
      var carrier = carriers.get(destination);
      if (carrier != null) {
        carrier.wake();
      }
    }
  }

  private void after(Line line, Settled settled) {
    wake(settled.due());
    if (settled.said()) {
      relay.wake();
    }
    settled.settled().forEach(settlement -> tally.count(line, settlement));
  }
}
