package newsroom.benchmark.fanout.load;

/// What the load of fan-out does.
///
/// @param bootstrap the broker
/// @param port where the posts of all sites come
/// @param sites how many, at most 64
/// @param concurrency posts under way at once at one site
/// @param work how much of everything
/// @param processes what is measured
/// @param folder where to write a [FanoutResult] and what the bare client is to post
public record FanoutPlan(
    String bootstrap,
    int port,
    int sites,
    int concurrency,
    Work work,
    Processes processes,
    String folder) {

  /// How much of everything.
  ///
  /// @param rounds in turns, of publish and of the bare client
  /// @param stories in the backlog of one round
  /// @param related links of each story
  /// @param single stories one at a time
  /// @param warmUp rounds that are not measured
  /// @param steady afterwards
  public record Work(int rounds, int stories, int related, int single, int warmUp, Steady steady) {}

  /// A steady load whose memory is watched.
  ///
  /// @param rate stories a second
  public record Steady(int minutes, double rate) {}

  /// Whose CPU and memory to read.
  public record Processes(long broker, long publish, long postmaster) {}
}
