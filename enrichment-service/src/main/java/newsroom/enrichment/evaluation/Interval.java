package newsroom.enrichment.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/// A mean of differences, and where it lies in 95 of 100 samples like this one (paired bootstrap).
record Interval(double mean, double low, double high) {

  private static final int SAMPLES = 4_000;

  /// Of what the one ranking has more than the other, query by query.
  static Interval of(double[] one, double[] other) {
    // always the same samples: a figure printed twice is the same figure
    var random = new Random(1848);
    int many = one.length;
    var means = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      double sum = 0;
      for (int i = 0; i < many; i++) {
        int query = random.nextInt(many);
        sum += one[query] - other[query];
      }
      means[sample] = sum / many;
    }
    Arrays.sort(means);
    double mean = Arrays.stream(one).average().orElse(0) - Arrays.stream(other).average().orElse(0);
    return new Interval(mean, means[SAMPLES / 40], means[SAMPLES - 1 - SAMPLES / 40]);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%+.3f [%+.3f, %+.3f]", mean, low, high);
  }
}
