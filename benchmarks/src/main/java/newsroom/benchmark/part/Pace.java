package newsroom.benchmark.part;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/// When a load sends: as fast as things come through, or at a steady rate.
public final class Pace {

  private Pace() {}

  /// Sends whenever there is room, for so long. What stands still does not hold it open.
  ///
  /// @param send is told when it was meant to send
  public static void full(Semaphore room, double seconds, LongConsumer send)
      throws InterruptedException {
    var end = System.nanoTime() + (long) (seconds * 1e9);
    for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
      if (room.tryAcquire(end - now, TimeUnit.NANOSECONDS)) {
        send.accept(System.nanoTime());
      }
    }
  }

  /// Sends at this rate from this time on, for so long, however slowly things come through.
  ///
  /// @param send is told when it was meant to send
  public static void steady(double rate, long from, double seconds, LongConsumer send) {
    var count = Math.round(rate * seconds);
    for (var i = 0; i < count; i++) {
      var intended = from + Math.round(i * 1e9 / rate);
      for (var left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      send.accept(intended);
    }
  }
}
