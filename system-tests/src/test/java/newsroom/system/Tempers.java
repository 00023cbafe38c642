package newsroom.system;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// How partners behave on a bad day.
final class Tempers {

  private Tempers() {}

  static Sink.Temper well() {
    return _ -> Sink.Said.OK;
  }

  /// Takes the request, and in one of six cases the connection breaks before the answer.
  static Sink.Temper losesReplies() {
    return _ -> in(6) ? Sink.Said.NOTHING : Sink.Said.OK;
  }

  /// Has trouble now and then, or is too busy for a second.
  static Sink.Temper moody() {
    return _ ->
        in(8) ? new Sink.Said(500, false) : in(25) ? new Sink.Said(429, true) : Sink.Said.OK;
  }

  /// Answers after a while.
  static Sink.Temper slow(long milliseconds) {
    var never = new CountDownLatch(1);
    return _ -> {
      never.await(milliseconds, TimeUnit.MILLISECONDS);
      return Sink.Said.OK;
    };
  }

  /// Accepts, and says nothing until it is let go.
  static Sink.Temper hangsUntil(CountDownLatch latch) {
    return _ -> {
      latch.await();
      return Sink.Said.OK;
    };
  }

  private static boolean in(int cases) {
    return ThreadLocalRandom.current().nextInt(cases) == 0;
  }
}
