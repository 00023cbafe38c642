package newsroom.benchmark.machine;

import java.util.Map;

/// CPU used in a stretch of time.
///
/// @param seconds how long the stretch was
/// @param cpuSeconds CPU time by process name
/// @param foreignCores what programs outside the run took, in cores
public record CpuUse(double seconds, Map<String, Double> cpuSeconds, double foreignCores) {

  /// Microseconds of CPU that this process spent on each of so many articles.
  public double microsPer(String process, long articles) {
    return cpuSeconds.getOrDefault(process, 0.0) * 1e6 / Math.max(1, articles);
  }
}
