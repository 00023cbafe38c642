package newsroom.benchmark.plumbing.load;

import newsroom.benchmark.count.Counts;
import newsroom.benchmark.machine.CpuUse;

/// What one block measured.
///
/// @param arrived events that came through in the stretch of full load
/// @param full that stretch
/// @param steady the stretch of steady rate
/// @param histogram latencies of the steady stretch
/// @param counts everything sent in the block, warm-up included
public record LoadResult(
    long arrived, CpuUse full, CpuUse steady, String histogram, Counts counts) {

  /// Events that came through in a second of full load.
  public double perSecond() {
    return arrived / full.seconds();
  }

  /// The worse of the two stretches.
  public double foreignCores() {
    return Math.max(full.foreignCores(), steady.foreignCores());
  }
}
