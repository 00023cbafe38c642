package newsroom.local.console;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import newsroom.local.console.Line.Verb;

/// The stories that the console has seen go live.
final class LiveStories implements Consumer<Line> {

  private final Set<String> uris = new HashSet<>();

  @Override
  public synchronized void accept(Line line) {
    if (line.verb() == Verb.LIVE) {
      uris.add(line.uri());
      notifyAll();
    }
  }

  /// Waits until the story is live, but not for ever.
  synchronized boolean await(String uri, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!uris.contains(uri)) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
