package newsroom.benchmark.fanout.load;

import java.util.List;
import newsroom.benchmark.machine.CpuUse;

/// What fan-out came to.
///
/// @param publish rounds of publish
/// @param bare rounds of the bare client
/// @param singles one story at a time
/// @param samples of memory, one a minute
/// @param missing deliveries that never came
/// @param repeated deliveries that came twice
public record FanoutResult(
    List<Burst> publish,
    List<Burst> bare,
    Singles singles,
    List<Sample> samples,
    long missing,
    long repeated) {

  /// A backlog.
  ///
  /// @param deliveries how many
  /// @param seconds from the first story put in to the last post
  /// @param cpu until the ledger had all of it too
  public record Burst(long deliveries, double seconds, CpuUse cpu) {

    /// Deliveries a second.
    public double perSecond() {
      return deliveries / seconds;
    }
  }

  /// Histograms of nanoseconds, as text.
  ///
  /// @param first until the first site has it
  /// @param last until the last site has it
  /// @param bare until the last site has it from the bare client
  public record Singles(String first, String last, String bare) {}

  /// Memory of publish.
  ///
  /// @param minute since the steady load began
  /// @param deliveries so far
  public record Sample(double minute, Memory memory, long deliveries) {}
}
