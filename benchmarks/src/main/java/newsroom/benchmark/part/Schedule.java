package newsroom.benchmark.part;

import java.time.Duration;

/// What a load does, one after the other: warm up, full load, drain, steady rate, drain.
///
/// @param window how many may be on their way at most at full load
/// @param warmUpSeconds full load that is not measured
/// @param fullSeconds full load that is
/// @param rate per second after that
/// @param settleSeconds this rate, not measured
/// @param steadySeconds this rate, measured
public record Schedule(
    int window,
    double warmUpSeconds,
    double fullSeconds,
    double rate,
    double settleSeconds,
    double steadySeconds) {

  /// How long all of it takes, apart from starting and draining.
  public Duration length() {
    var seconds = warmUpSeconds + fullSeconds + settleSeconds + steadySeconds;
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  /// How many go out at the steady rate and are measured.
  public long steadyCount() {
    return Math.round(rate * steadySeconds);
  }
}
