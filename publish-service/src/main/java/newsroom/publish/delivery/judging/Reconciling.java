package newsroom.publish.delivery.judging;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import newsroom.publish.broker.Migration;
import newsroom.publish.delivery.carrying.Carriers;
import newsroom.publish.delivery.conduct.Recovery;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import newsroom.publish.watch.Loop;
import newsroom.publish.watch.Loops;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks every second which destinations went from the file of sites or came back to it, and which
/// were enabled and still have something set aside. A loop of its own: what there is to do for one
/// destination may be millions of stories, and nothing that is judged waits for that.
@Component
class Reconciling implements SmartLifecycle {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

  private final Clock clock;
  private final Migration ledger;
  private final Sites sites;
  private final Bench bench;
  private final Carriers carriers;
  private final Loop loop;
  private Set<String> reconciled = Set.of();

  Reconciling(
      Clock clock, Migration ledger, Sites sites, Bench bench, Carriers carriers, Loops loops) {
    this.clock = clock;
    this.ledger = ledger;
    this.sites = sites;
    this.bench = bench;
    this.carriers = carriers;
    this.loop = loops.of("reconciling destinations", LONGEST_TURN, this::turn);
  }

  /// What it works with.
  @Component
  record Bench(Retirements retirements, Recovery recovery) {}

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public void stop() {
    loop.end();
  }

  @Override
  public boolean isRunning() {
    return loop.running();
  }

  private void turn() throws InterruptedException {
    if (!ledger.done() || !round()) {
      loop.rest(PAUSE);
    }
  }

  /// One lot of each kind. Says whether there is more.
  private boolean round() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var names =
        sites.all().stream()
            .flatMap(site -> site.routes().stream())
            .map(Site.Route::destination)
            .collect(Collectors.toSet());
    var enabled = bench.recovery().goOn(names, now);
    carriers.wake(enabled);
    if (names.equals(reconciled)) {
      return !enabled.isEmpty();
    }
    var lot = bench.retirements().reconcile(names, now);
    carriers.wake(lot.back());
    if (!lot.more()) {
      reconciled = names;
    }
    return lot.more() || !enabled.isEmpty();
  }
}
