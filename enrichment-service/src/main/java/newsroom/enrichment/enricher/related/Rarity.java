package newsroom.enrichment.enricher.related;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import newsroom.enrichment.morgue.Language;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// How rare each word is among the stories of one language (inverse document frequency).
///
/// A young archive knows too few stories to tell a name from a common word, so [Commonplace] lends
/// it what any newspaper reader knows; by some thousand stories the archive's own counts have
/// taken over.
final class Rarity {

  /// As if this many stories of a general newspaper had been read before the first.
  private static final double LENT = 200;

  /// A word that the lent knowledge has not heard of stands in this many of those.
  private static final double UNHEARD = 0.5;

  private static final int REMEMBERED = 200_000;

  private final Language language;
  private final int stories;
  private final Map<BytesRef, Word> known = new ConcurrentHashMap<>();

  /// @param stories how many have it
  record Word(int stories, float rarity) {}

  Rarity(Language language, IndexReader reader) throws IOException {
    this.language = language;
    this.stories = reader.getDocCount(language.all());
  }

  /// Counts change slowly: they may be used until the archive is a tenth larger or smaller.
  boolean isGoodFor(IndexReader reader) throws IOException {
    int now = reader.getDocCount(language.all());
    return Math.abs(now - stories) <= stories / 10 && known.size() < REMEMBERED;
  }

  int stories() {
    return stories;
  }

  Word of(BytesRef word, IndexReader reader) throws IOException {
    var found = known.get(word);
    if (found == null) {
      found = count(word, reader.docFreq(new Term(language.all(), word)));
      known.put(BytesRef.deepCopyOf(word), found);
    }
    return found;
  }

  private Word count(BytesRef word, int with) {
    double lent = Math.max(UNHEARD, LENT * Commonplace.share(language, word));
    return new Word(with, (float) Math.log(1 + (stories + LENT) / (with + lent)));
  }
}
