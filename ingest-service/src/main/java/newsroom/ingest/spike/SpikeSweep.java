package newsroom.ingest.spike;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Takes off the spike what has lain there long enough, and the oldest when there is too much.
@Component
final class SpikeSweep implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SpikeSweep.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final SpikeFilter ALL = new SpikeFilter(null, null, null, null);

  private final Spike spike;
  private final SpikeSettings settings;
  private final Clock clock;
  private volatile @Nullable ScheduledExecutorService sweeping;

  SpikeSweep(Spike spike, SpikeSettings settings, Clock clock) {
    this.spike = spike;
    this.settings = settings;
    this.clock = clock;
  }

  /// Sweeps once.
  ///
  /// @return how many wires went
  int sweep() throws IOException {
    var oldest = clock.instant().minus(settings.keep());
    var left = settings.maxTotal().toBytes();
    var gone = 0;
    for (var wire : spike.list(ALL, 0, Integer.MAX_VALUE)) {
      left -= wire.bytes();
      if ((left < 0 || wire.spiked().isBefore(oldest)) && spike.sweep(wire.id())) {
        gone++;
      }
    }
    if (gone > 0) {
      log.atInfo().addKeyValue("wires", gone).log("spike swept");
    }
    return gone;
  }

  private void sweepAndGoOn() {
    try {
      sweep();
    } catch (IOException | RuntimeException e) {
      // an exception that left this method would end the sweeping for good
      log.atWarn().addKeyValue("reason", e.toString()).log("spike cannot be swept, tried again");
    }
  }

  @Override
  public void start() {
    var ticks =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("spike-sweep").factory());
    var _ =
        ticks.scheduleWithFixedDelay(this::sweepAndGoOn, 1, EVERY.toMinutes(), TimeUnit.MINUTES);
    sweeping = ticks;
  }

  @Override
  public void stop() {
    var ticks = sweeping;
    sweeping = null;
    if (ticks != null) {
      ticks.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return sweeping != null;
  }
}
