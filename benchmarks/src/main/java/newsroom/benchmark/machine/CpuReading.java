package newsroom.benchmark.machine;

import static newsroom.benchmark.machine.ProcFile.TICKS_PER_SECOND;

import java.util.HashMap;
import java.util.Map;

/// CPU clocks at one moment.
///
/// @param nanos when, by `System.nanoTime()`
/// @param busyTicks what all programs of the machine have used
/// @param ticks what the processes of the run have used, by name
public record CpuReading(long nanos, long busyTicks, Map<String, Long> ticks) {

  /// What was used between an earlier reading and this one.
  public CpuUse since(CpuReading before) {
    var seconds = (nanos - before.nanos) / 1e9;
    var used = new HashMap<String, Double>();
    ticks.forEach(
        (name, now) -> used.put(name, seconds(now - before.ticks.getOrDefault(name, 0L))));
    var own = used.values().stream().mapToDouble(Double::doubleValue).sum();
    var foreign = Math.max(0, seconds(busyTicks - before.busyTicks) - own) / seconds;
    return new CpuUse(seconds, used, foreign);
  }

  private static double seconds(long ticks) {
    return (double) ticks / TICKS_PER_SECOND;
  }
}
