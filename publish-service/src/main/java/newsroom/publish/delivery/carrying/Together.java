package newsroom.publish.delivery.carrying;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has many carriers go to the ledger together: while one of them is there, those who come gather,
/// and the next one goes for all of them. Who comes alone goes at once and alone.
///
/// @param <Q> what one carrier asks
/// @param <A> what it is answered
final class Together<Q, A> {

  private static final Logger log = LoggerFactory.getLogger(Together.class);

  private final int most;
  private final Function<List<Q>, List<A>> ledger;
  private final Queue<Asked<Q, A>> gathered = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean under = new AtomicBoolean();

  /// Carriers that go together.
  ///
  /// @param most so many at a time
  /// @param ledger answers each, in the same order
  Together(int most, Function<List<Q>, List<A>> ledger) {
    this.most = most;
    this.ledger = ledger;
  }

  /// One who waits: for an answer, or to go for all, or to go alone.
  private record Asked<Q, A>(Q question, CompletableFuture<Turn<A>> turn) {

    Asked(Q question) {
      this(question, new CompletableFuture<>());
    }
  }

  private sealed interface Turn<A> {

    record Answered<A>(A answer) implements Turn<A> {}

    record Goes<A>() implements Turn<A> {}

    record Alone<A>() implements Turn<A> {}
  }

  A ask(Q question) {
    var mine = new Asked<Q, A>(question);
    gathered.add(mine);
    next();
    return switch (mine.turn().join()) {
      case Turn.Answered(var answer) -> answer;
      case Turn.Alone<A> _ -> ledger.apply(List.of(question)).getFirst();
      case Turn.Goes<A> _ -> go(mine);
    };
  }

  /// Sends the first of those who wait, unless somebody is under way.
  private void next() {
    while (!gathered.isEmpty() && under.compareAndSet(false, true)) {
      var first = gathered.poll();
      if (first != null) {
        first.turn().complete(new Turn.Goes<>());
        return;
      }
      under.set(false);
    }
  }

  private A go(Asked<Q, A> mine) {
    var all = new ArrayList<Asked<Q, A>>(List.of(mine));
    for (var one = gathered.poll(); one != null; one = all.size() < most ? gathered.poll() : null) {
      all.add(one);
    }
    var others = all.subList(1, all.size());
    try {
      var answers = answers(all);
      for (int i = 1; i < all.size(); i++) {
        all.get(i).turn().complete(new Turn.Answered<>(answers.get(i)));
      }
      return answers.getFirst();
    } catch (RuntimeException | Error e) {
      if (others.isEmpty()) {
        throw e;
      }
      log.atDebug().setCause(e).log("going apart");
    }
    // what one of them brought may be what the ledger cannot take: each goes by itself
    others.forEach(one -> one.turn().complete(new Turn.Alone<>()));
    return ledger.apply(List.of(mine.question())).getFirst();
  }

  private List<A> answers(List<Asked<Q, A>> all) {
    try {
      return ledger.apply(all.stream().map(Asked::question).toList());
    } finally {
      under.set(false);
      next();
    }
  }
}
