package newsroom.benchmark.count;

import org.HdrHistogram.Histogram;

/// Percentiles of a latency, in milliseconds, counted from the intended time.
public record Latency(long count, double p50, double p90, double p99, double p999, double max) {

  private static final double MILLI = 1e6;

  /// The percentiles of a histogram of nanoseconds.
  public static Latency of(Histogram nanos) {
    return new Latency(
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50) / MILLI,
        nanos.getValueAtPercentile(90) / MILLI,
        nanos.getValueAtPercentile(99) / MILLI,
        nanos.getValueAtPercentile(99.9) / MILLI,
        nanos.getMaxValue() / MILLI);
  }
}
