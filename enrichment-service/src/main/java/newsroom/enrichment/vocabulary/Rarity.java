package newsroom.enrichment.vocabulary;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/// How rare each word is among the stories of one language (inverse document frequency), as one
/// state of the archive has it.
///
/// A young archive knows too few stories to tell a name from a common word, so [Commonplace] lends
/// it what any newspaper reader knows; by some thousand stories the archive's own counts have
/// taken over.
public final class Rarity {

  /// As if this many stories of a general newspaper had been read before the first.
  private static final double LENT = 200;

  /// A word that the lent knowledge has not heard of stands in this many of those.
  private static final double UNHEARD = 0.5;

  private final Language language;
  private final List<SegmentWords> segments;
  private final int stories;

  /// What is known of a word.
  ///
  /// @param stories how many have it
  public record Word(int stories, float rarity) {}

  Rarity(Language language, List<SegmentWords> segments) throws IOException {
    this.language = language;
    this.segments = segments;
    int all = 0;
    for (var segment : segments) {
      all += segment.stories();
    }
    this.stories = all;
  }

  public int stories() {
    return stories;
  }

  /// Of a word that no story has.
  double greatest() {
    return rarity(0, UNHEARD);
  }

  public Word of(BytesRef word) throws IOException {
    int with = 0;
    for (var segment : segments) {
      with += segment.with(word);
    }
    double lent = Math.max(UNHEARD, LENT * Commonplace.share(language, word));
    return new Word(with, (float) rarity(with, lent));
  }

  private double rarity(int with, double lent) {
    return Math.log(1 + (stories + LENT) / (with + lent));
  }
}
