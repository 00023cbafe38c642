package newsroom.publish.delivery.notice.bulletin;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import newsroom.publish.broker.Migration;
import newsroom.publish.delivery.notice.NoticeSettings;
import newsroom.publish.watch.Loop;
import newsroom.publish.watch.Loops;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gathers what is to be told and has it sent, to each receiver on a thread of its own. Where the
/// settings name no receiver it does nothing.
@Component
class Sending implements SmartLifecycle {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(5);
  private static final Duration LAST_TURN = Duration.ofSeconds(5);

  private final Clock clock;
  private final Ledger ledger;
  private final List<String> names;
  private final List<Sender> senders;
  private final List<Loop> loops;
  private volatile CountDownLatch ended = new CountDownLatch(0);

  Sending(
      Clock clock,
      Ledger ledger,
      Receivers receivers,
      NoticeSettings settings,
      MeterRegistry meters,
      Loops loops) {
    this.clock = clock;
    this.ledger = ledger;
    this.names = receivers.all().stream().map(Receiver::name).toList();
    this.senders =
        receivers.all().stream()
            .map(it -> new Sender(it, ledger.bulletins(), settings.retry(), clock, meters))
            .toList();
    this.loops =
        receivers.all().stream()
            .map(
                it -> {
                  var sender = senders.get(names.indexOf(it.name()));
                  return loops.of("notices by " + it.name(), LONGEST_TURN, () -> turn(sender));
                })
            .toList();
  }

  /// Where bulletins lie.
  @Component
  record Ledger(Migration migration, TransactionTemplate transaction, Bulletins bulletins) {}

  @Override
  public void start() {
    ended = new CountDownLatch(1);
    loops.forEach(Loop::start);
  }

  @Override
  public void stop() {
    ended.countDown();
    loops.forEach(Loop::end);
    loops.forEach(
        loop -> {
          var _ = loop.join(LAST_TURN);
        });
  }

  @Override
  public boolean isRunning() {
    return ended.getCount() > 0;
  }

  private void turn(Sender sender) throws InterruptedException {
    if (!ledger.migration().done() || !round(sender)) {
      var _ = ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean round(Sender sender) {
    gather();
    return sender.round();
  }

  private void gather() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ledger.transaction().executeWithoutResult(_ -> ledger.bulletins().gather(names, now));
  }

  /// All that is due, for all receivers.
  void round() {
    if (!names.isEmpty()) {
      gather();
    }
    senders.forEach(
        sender -> {
          while (sender.round()) {}
        });
  }
}
