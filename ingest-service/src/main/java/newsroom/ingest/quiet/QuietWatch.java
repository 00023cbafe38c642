package newsroom.ingest.quiet;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks now and then who is quiet.
@Component
final class QuietWatch implements SmartLifecycle {

  private static final int SECONDS = 15;

  private final LastWires wires;
  private volatile @Nullable ScheduledExecutorService looking;

  QuietWatch(LastWires wires) {
    this.wires = wires;
  }

  @Override
  public void start() {
    var ticks =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("quiet").factory());
    var _ = ticks.scheduleWithFixedDelay(wires::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    looking = ticks;
  }

  @Override
  public void stop() {
    var ticks = looking;
    looking = null;
    if (ticks != null) {
      ticks.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return looking != null;
  }
}
