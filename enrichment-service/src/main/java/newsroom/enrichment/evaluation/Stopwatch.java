package newsroom.enrichment.evaluation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import newsroom.enrichment.story.Story;

/// CPU time of the asking thread per query, in milliseconds, with the whole archive in.
record Stopwatch(double p50, double p99) {

  /// Before this many queries the code was not compiled yet.
  private static final int WARM = 400;

  private static final double NANOS = 1e6;

  static Stopwatch of(Contestant contestant, List<Story> queries) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < WARM; i++) {
      contestant.links(queries.get(i % queries.size()));
    }
    var times = new double[queries.size()];
    for (int i = 0; i < times.length; i++) {
      long start = threads.getCurrentThreadCpuTime();
      contestant.links(queries.get(i));
      times[i] = (threads.getCurrentThreadCpuTime() - start) / NANOS;
    }
    Arrays.sort(times);
    return new Stopwatch(times[times.length / 2], times[(int) ((times.length - 1) * 0.99)]);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f / %.2f", p50, p99);
  }
}
