package newsroom.publish.delivery.carrying;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.delivery.Outlook;
import newsroom.publish.delivery.Outlook.Outlooks;
import newsroom.publish.delivery.carrying.Settlements.Settled;
import newsroom.publish.published.Relay;
import newsroom.publish.watch.Loop;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// All carriers, one for each destination of each site.
@Component
@EnableConfigurationProperties(CarryingSettings.class)
public class Carriers implements Outlooks {

  private static final Duration LAST_BATCH = Duration.ofSeconds(20);
  // beside what its destination and its lease give it, a turn waits for the ledger
  private static final Duration FOR_THE_LEDGER = Duration.ofSeconds(60);

  private final Map<String, Carrier> carriers = new LinkedHashMap<>();
  private final List<Loop> loops = new ArrayList<>();
  private final Ownership ownership;
  private final Relay relay;
  private final Tally tally;

  Carriers(
      Lines lines, Clock clock, CarryingSettings settings, Desk desk, Relay relay, Tally tally) {
    this.ownership = desk.ownership();
    this.relay = relay;
    this.tally = tally;
    for (var line : lines.all()) {
      var carrier = new Carrier(line, clock, settings, desk, settled -> after(line, settled));
      carriers.put(line.name(), carrier);
      var patience =
          line.destination().deadline().plus(settings.leaseMargin()).plus(FOR_THE_LEDGER);
      loops.add(desk.loops().of("carrier of " + line.name(), patience, carrier::turn));
    }
  }

  /// Starts carrying. The ledger must be there.
  public synchronized void start() {
    ownership.resume();
    loops.forEach(Loop::start);
  }

  /// Has what is under way carried and settled, and ends.
  public synchronized void stop() {
    loops.forEach(Loop::end);
    carriers.values().forEach(Carrier::end);
    var patience = System.nanoTime() + LAST_BATCH.toNanos();
    for (var loop : loops) {
      var _ = loop.join(Duration.ofNanos(Math.max(1, patience - System.nanoTime())));
    }
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

  /// How this instance sees the destination.
  @Override
  public Outlook of(String destination) {
    var carrier = carriers.get(destination);
    return carrier == null ? Outlook.OPEN : carrier.outlook();
  }

  private void after(Line line, Settled settled) {
    wake(settled.due());
    if (settled.said()) {
      relay.wake();
    }
    settled.settled().forEach(settlement -> tally.count(line, settlement));
  }
}
