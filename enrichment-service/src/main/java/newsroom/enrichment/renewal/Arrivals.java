package newsroom.enrichment.renewal;

import java.util.ArrayDeque;
import java.util.Deque;
import newsroom.schema.Published;
import org.jspecify.annotations.Nullable;

/// Stories that came live and wait for their look-up. In a flood the oldest give way: the enriching
/// of stories on their way must not suffer. For use by one thread.
final class Arrivals {

  private static final int MOST = 1_000;

  private final Deque<Published> waiting = new ArrayDeque<>();

  /// Takes one in.
  ///
  /// @return whether another one had to give way
  boolean add(Published event) {
    waiting.addLast(event);
    boolean full = waiting.size() > MOST;
    if (full) {
      waiting.removeFirst();
    }
    return full;
  }

  /// A story that went before it was looked up: coming after its going it would undo that.
  void forget(String uri) {
    waiting.removeIf(event -> event.getUri().toString().equals(uri));
  }

  /// The one that has waited longest.
  @Nullable Published next() {
    return waiting.pollFirst();
  }
}
