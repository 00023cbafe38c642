package newsroom.publish.delivery.carrying;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import newsroom.publish.site.Pace;
import org.jspecify.annotations.Nullable;

/// Keeps all carriers of one site together within the site's pace: in no stretch of its time does
/// more leave than it says, and no more is under way at once.
final class Limit {

  private final Pace pace;
  private final Deque<Left> left = new ArrayDeque<>();
  private final Set<Runnable> turnedAway = new LinkedHashSet<>();
  private int underWay;
  private int counted;

  Limit(Pace pace) {
    this.pace = pace;
  }

  static Limit none() {
    return new Limit(Pace.FREE);
  }

  Pace pace() {
    return pace;
  }

  private record Left(Instant at, int count) {}

  /// Takes room for as many as there is room for, at most so many. What is taken is given back.
  ///
  /// @param whenRoom called once something is given back, where there is no room now
  synchronized int take(int most, Instant now, Runnable whenRoom) {
    forget(now);
    int room = Math.min(most, Math.min(pace.atOnce() - underWay, pace.most() - counted - underWay));
    int taken = Math.max(0, room);
    underWay += taken;
    if (taken == 0) {
      turnedAway.add(whenRoom);
    }
    return taken;
  }

  /// Gives room back.
  ///
  /// @param used how many truly left. They count from now, when the last of them has left for
  ///     certain, so that the site never sees more in its time
  void giveBack(int taken, int used, Instant now) {
    List<Runnable> waiting;
    synchronized (this) {
      underWay -= taken;
      if (used > 0 && pace.most() < Integer.MAX_VALUE) {
        left.addLast(new Left(now, used));
        counted += used;
      }
      waiting = List.copyOf(turnedAway);
      turnedAway.clear();
    }
    waiting.forEach(Runnable::run);
  }

  /// When there is room again; null where there is some, or where only what is under way can tell.
  synchronized @Nullable Instant opens(Instant now) {
    forget(now);
    var first = left.peekFirst();
    return first != null && pace.most() - counted - underWay <= 0
        ? first.at().plus(pace.time())
        : null;
  }

  /// A clock that was set back must not close a site until it is where it was.
  private void forget(Instant now) {
    while (!left.isEmpty()
        && (!left.peekFirst().at().plus(pace.time()).isAfter(now)
            || left.peekFirst().at().isAfter(now.plus(pace.time())))) {
      counted -= left.removeFirst().count();
    }
  }
}
