package newsroom.enrichment.ranking;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import newsroom.enrichment.morgue.StoryDocument;
import org.apache.lucene.index.LeafReader;

/// A document that answers, weighed but not looked into yet.
///
/// @param relatedness by the recipe, before age counts
/// @param score what it is ranked by
record Hit(
    LeafReader segment,
    int document,
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

  StoryDocument.Card card() throws IOException {
    return StoryDocument.card(segment.storedFields(), document);
  }
}
