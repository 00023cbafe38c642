package newsroom.ingest.channel.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Room in memory for bodies, so many bytes at once and no more: large wires from many senders
/// queue here and not in memory. An agency whose senders are slow fills its own share and no
/// other's.
final class Room {

  private static final int UNIT = 64 * 1024;
  private static final int PATIENCE_SECONDS = 5;

  private static final class Share {
    private final Semaphore units;
    private int users;

    Share(int units) {
      this.units = new Semaphore(units, true);
    }
  }

  private final Semaphore all;
  private final int share;
  private final Map<String, Share> shares = new HashMap<>();

  Room(HttpSettings settings) {
    var most = Math.max(settings.largest(), settings.inFlight().toBytes());
    this.all = new Semaphore(units(most), true);
    this.share = units(Math.max(settings.largest(), (long) (most * settings.agencyShare())));
  }

  /// Waits for room, a while.
  ///
  /// @return false when there is none
  boolean enter(String agency, long bytes) {
    var own = shareOf(agency);
    if (acquire(own.units, units(bytes))) {
      if (acquire(all, units(bytes))) {
        return true;
      }
      own.units.release(units(bytes));
    }
    leaveShare(agency, 0);
    return false;
  }

  /// Gives back what was entered with.
  void leave(String agency, long bytes) {
    all.release(units(bytes));
    leaveShare(agency, units(bytes));
  }

  private Share shareOf(String agency) {
    synchronized (shares) {
      var own = shares.computeIfAbsent(agency, _ -> new Share(share));
      own.users++;
      return own;
    }
  }

  /// Agencies' names come in from outside: only those are remembered that are here now.
  private void leaveShare(String agency, int units) {
    synchronized (shares) {
      shares.computeIfPresent(
          agency,
          (_, own) -> {
            own.units.release(units);
            return --own.users == 0 ? null : own;
          });
    }
  }

  private static boolean acquire(Semaphore semaphore, int units) {
    try {
      return semaphore.tryAcquire(units, PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int units(long bytes) {
    return (int) Math.max(1, (bytes + UNIT - 1) / UNIT);
  }
}
