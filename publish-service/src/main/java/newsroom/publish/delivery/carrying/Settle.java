package newsroom.publish.delivery.carrying;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import newsroom.publish.delivery.Unfit;
import newsroom.publish.delivery.carrying.Settlements.Settled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what was carried. It is known only here: it is written as soon as that can be, for
/// as long as these are the hands that hold it.
///
/// @param ended nothing is tried again
record Settle(Clock clock, Settlements settlements, BooleanSupplier ended) {

  private static final Logger log = LoggerFactory.getLogger(Settle.class);
  private static final Duration BEFORE_SETTLING_AGAIN = Duration.ofMillis(50);

  Settled carried(Carried carried, Instant until) {
    return settle(carried.settlements(), until);
  }

  private Settled settle(List<Settlement> outcomes, Instant until) {
    while (true) {
      try {
        return settlements.settle(outcomes, now());
      } catch (RuntimeException e) {
        if (Unfit.reason(e).isPresent()) {
          return settleApart(outcomes, until, e);
        }
        if (ended.getAsBoolean() || now().isAfter(until)) {
          throw e;
        }
        log.atDebug().setCause(e).log("settling again");
        LockSupport.parkNanos(BEFORE_SETTLING_AGAIN.toNanos());
      }
    }
  }

  /// One outcome that the ledger cannot hold, as a link to an address without end, holds up no
  /// other: it is found by halving, and its story parked.
  private Settled settleApart(List<Settlement> outcomes, Instant until, RuntimeException failure) {
    int half = outcomes.size() / 2;
    if (half > 0) {
      var first = settle(outcomes.subList(0, half), until);
      return first.and(settle(outcomes.subList(half, outcomes.size()), until));
    }
    var one = outcomes.getFirst();
    if (one.outcome() == Settlement.Outcome.PARKED) {
      throw failure;
    }
    return settle(List.of(one.unwritten(Unfit.reason(failure).orElseThrow(), now())), until);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
