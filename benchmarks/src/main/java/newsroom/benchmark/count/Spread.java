package newsroom.benchmark.count;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;

/// The middle and the ends of some figures.
public record Spread(double median, double least, double greatest) {

  /// The spread of at least one figure.
  public static Spread of(Collection<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures");
    }
    var sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    var middle = sorted.length / 2;
    var median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    var ends = figures.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return of(median, ends);
  }

  private static Spread of(double median, DoubleSummaryStatistics ends) {
    return new Spread(median, ends.getMin(), ends.getMax());
  }
}
