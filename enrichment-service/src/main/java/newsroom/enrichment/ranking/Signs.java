package newsroom.enrichment.ranking;

import java.util.OptionalDouble;
import newsroom.enrichment.vocabulary.Gist;

/// What speaks for a story being related to another, each from 0 to about 1.
///
/// @param answer how well it answers the other's most telling words, as a share of what the other
///     itself would score
/// @param standing the same as a share of the best answer
/// @param gist what the words of both say in common
/// @param meaning how near their headlines are in meaning; none where no model read both
public record Signs(double answer, double standing, Gist.Likeness gist, OptionalDouble meaning) {

  /// Of two headlines fewer words are compared, and they may share none.
  private static final double HEADLINE = 0.3;

  /// How much the two have in common whatever else answers, from 0 to 1: what the cut is held
  /// against. Measured: by words alone it tells good from bad better than with the meaning.
  double likeness() {
    double sum = answer + gist.text() + HEADLINE * gist.headline();
    return sum / (2 + HEADLINE);
  }
}
