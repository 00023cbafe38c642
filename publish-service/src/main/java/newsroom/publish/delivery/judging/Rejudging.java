package newsroom.publish.delivery.judging;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import newsroom.publish.broker.Migration;
import newsroom.publish.delivery.Judgements;
import newsroom.publish.delivery.carrying.Carriers;
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
  private final Judgements judgements;
  private final Carriers carriers;
  private final Loop loop;

  Rejudging(Clock clock, Migration ledger, Judgements judgements, Carriers carriers, Loops loops) {
    this.clock = clock;
    this.ledger = ledger;
    this.judgements = judgements;
    this.carriers = carriers;
    this.loop = loops.of("judging what waits", LONGEST_TURN, this::turn);
  }

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
    var judged = judgements.judge(now);
    carriers.wake(judged.due());
    return judged.any();
  }
}
