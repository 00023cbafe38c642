package newsroom.publish.delivery.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import newsroom.publish.broker.Migration;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import newsroom.publish.watch.Loop;
import newsroom.publish.watch.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at the ledger now and then for what operators are to hear. Of several instances one looks
/// at a time, so that each thing is counted once.
@Component
class Lookout implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Lookout.class);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(5);
  private static final long LOOKING = 0x6e6f74696365L;

  private final Clock clock;
  private final Sites sites;
  private final Ground ground;
  private final Looks looks;
  private final Loop loop;

  Lookout(Clock clock, Sites sites, Ground ground, Looks looks, Loops loops) {
    this.clock = clock;
    this.sites = sites;
    this.ground = ground;
    this.looks = looks;
    this.loop = loops.of("the look-out for operators", LONGEST_TURN, this::turn);
  }

  /// What it stands on.
  @Component
  record Ground(
      Migration ledger,
      TransactionTemplate transaction,
      JdbcTemplate jdbc,
      NoticeSettings settings) {}

  /// What it looks for, and what it looks at no more.
  @Component
  record Looks(Outages outages, Parkings parkings, Forgotten forgotten) {}

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
    if (ground.ledger().done()) {
      look();
    }
    loop.rest(ground.settings().every());
  }

  void look() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    alone(() -> lookAtDestinations(now));
    try {
      alone(() -> looks.parkings().look(now));
    } catch (PessimisticLockingFailureException e) {
      log.atDebug().setCause(e).log("many leave their parking now: looked at the next time");
    }
  }

  private void lookAtDestinations(Instant now) {
    var names =
        sites.all().stream()
            .flatMap(site -> site.routes().stream())
            .map(Site.Route::destination)
            .toList();
    looks.outages().look(names, now);
    looks.forgotten().look(now);
  }

  private void alone(Runnable look) {
    ground
        .transaction()
        .executeWithoutResult(
            _ -> {
              if (isAlone()) {
                look.run();
              }
            });
  }

  private boolean isAlone() {
    return Objects.requireNonNull(
        ground
            .jdbc()
            .queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOOKING));
  }
}
