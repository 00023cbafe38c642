package newsroom.enrichment.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import newsroom.enrichment.morgue.Holding;

/// A document that answers, weighed but not looked into yet.
///
/// @param relatedness by the recipe, before age counts
/// @param score what it is ranked by
record Hit(
    Holding holding,
    Signs signs,
    Verdict verdict,
    double relatedness,
    double score,
    Instant time,
    Duration age) {

  /// Always the same order for the same state of the archive.
  static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble((Hit hit) -> -hit.score())
          .thenComparing(Hit::time, Comparator.reverseOrder());
}
