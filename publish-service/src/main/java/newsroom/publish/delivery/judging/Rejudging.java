package newsroom.publish.delivery.judging;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import newsroom.publish.broker.Migration;
import newsroom.publish.delivery.Judgements;
import newsroom.publish.delivery.carrying.Carriers;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import newsroom.publish.watch.Loop;
import newsroom.publish.watch.Loops;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks every second for what is to be judged again, and wakes the carriers.
@Component
class Rejudging implements SmartLifecycle {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

  private final Clock clock;
  private final Migration ledger;
  private final Sites sites;
  private final Retirements retirements;
  private final Judgements judgements;
  private final Carriers carriers;
  private final Loop loop;
  private Set<String> reconciled = Set.of();

  Rejudging(
      Clock clock, Migration ledger, Sites sites, Bench bench, Carriers carriers, Loops loops) {
    this.clock = clock;
    this.ledger = ledger;
    this.sites = sites;
    this.retirements = bench.retirements();
    this.judgements = bench.judgements();
    this.carriers = carriers;
    this.loop = loops.of("judging what waits", LONGEST_TURN, this::turn);
  }

  /// What judging works with.
  @Component
  record Bench(Retirements retirements, Judgements judgements) {}

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

  /// One batch. Says whether there was anything.
  boolean round() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var names =
        sites.all().stream()
            .flatMap(site -> site.routes().stream())
            .map(Site.Route::destination)
            .collect(Collectors.toSet());
    // first: what goes wrong with a destination that came or went holds up nothing else
    var judged = judgements.judge(now);
    carriers.wake(judged.due());
    if (!names.equals(reconciled)) {
      carriers.wake(retirements.reconcile(names, now));
      reconciled = names;
    }
    return judged.any();
  }
}
