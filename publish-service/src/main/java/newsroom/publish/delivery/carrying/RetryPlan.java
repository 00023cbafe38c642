package newsroom.publish.delivery.carrying;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// When to try again.
///
/// @param pauses before the second try, the third, and so on; after the last the story is parked
record RetryPlan(List<Duration> pauses) {

  // earlier only: the last try is no later than the plan says
  private static final double JITTER = 0.1;
  private static final Duration LONGEST_ASKED = Duration.ofHours(24);

  /// The next try.
  ///
  /// @param attempts how many there have been
  /// @param notBefore what the destination asks for, honoured up to 24 hours
  Optional<Instant> next(
      int attempts, Instant now, @Nullable Instant notBefore, RandomGenerator random) {
    if (attempts > pauses.size()) {
      return Optional.empty();
    }
    var pause = pauses.get(attempts - 1).toMillis();
    var planned = now.plusMillis(Math.round(pause * random.nextDouble(1 - JITTER, 1)));
    if (notBefore == null || !notBefore.isAfter(planned)) {
      return Optional.of(planned);
    }
    var cap = now.plus(LONGEST_ASKED);
    return Optional.of(notBefore.isAfter(cap) ? cap : notBefore);
  }
}
