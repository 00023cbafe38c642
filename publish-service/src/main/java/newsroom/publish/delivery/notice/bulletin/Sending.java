package newsroom.publish.delivery.notice.bulletin;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
  private final List<Way> ways;

  Sending(
      Clock clock,
      Ledger ledger,
      Receivers receivers,
      NoticeSettings settings,
      MeterRegistry meters,
      Loops loops) {
    this.clock = clock;
    this.ledger = ledger;
    this.ways =
        receivers.all().stream()
            .map(it -> new Sender(it, ledger.bulletins(), settings.retry(), clock, meters))
            .map(sender -> new Way(sender, loops))
            .toList();
  }

  /// To one receiver.
  private final class Way {
    private final Sender sender;
    private final Loop loop;

    Way(Sender sender, Loops loops) {
      this.sender = sender;
      this.loop = loops.of("notices by " + sender.name(), LONGEST_TURN, this::turn);
    }

    private void turn() throws InterruptedException {
      if (!ledger.migration().done() || !round()) {
        loop.rest(PAUSE);
      }
    }

    private boolean round() {
      gather();
      return sender.round();
    }
  }

  /// Where bulletins lie.
  @Component
  record Ledger(Migration migration, TransactionTemplate transaction, Bulletins bulletins) {}

  @Override
  public void start() {
    ways.forEach(way -> way.loop.start());
  }

  @Override
  public void stop() {
    ways.forEach(way -> way.loop.end());
    for (var way : ways) {
      var _ = way.loop.join(LAST_TURN);
    }
  }

  @Override
  public boolean isRunning() {
    return ways.stream().anyMatch(way -> way.loop.running());
  }

  private void gather() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var names = ways.stream().map(way -> way.sender.name()).toList();
    ledger.transaction().executeWithoutResult(_ -> ledger.bulletins().gather(names, now));
  }

  /// All that is due, for all receivers.
  void round() {
    for (var way : ways) {
      while (way.round()) {}
    }
  }
}
