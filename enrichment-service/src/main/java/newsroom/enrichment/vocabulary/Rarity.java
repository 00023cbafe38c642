package newsroom.enrichment.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final List<WordCounts> parts;
  private final int stories;

  Rarity(Language language, List<WordCounts> parts) throws IOException {
    this.language = language;
    this.parts = parts;
    int all = 0;
    for (var part : parts) {
      all += part.stories();
    }
    this.stories = all;
  }

  /// From counts that somebody else made.
  public static Rarity of(Language language, int stories, Map<BytesRef, Integer> with) {
    try {
      return new Rarity(language, List.of(new WordCounts.Told(stories, with)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Weighs each word of a story.
  public WeighedWords weigh(Words words) throws IOException {
    var weighed = new ArrayList<WeighedWords.Word>(words.counts().size());
    for (var entry : words.counts().entrySet()) {
      int with = with(entry.getKey());
      float rarity = (float) rarity(with, lent(entry.getKey()));
      weighed.add(new WeighedWords.Word(entry.getKey(), entry.getValue(), with, rarity));
    }
    // no story has it
    return new WeighedWords(words, stories, rarity(0, UNHEARD), weighed);
  }

  private int with(BytesRef word) throws IOException {
    long hash = WordMemory.hash(word);
    int with = 0;
    for (var part : parts) {
      with += part.with(word, hash);
    }
    return with;
  }

  private double lent(BytesRef word) {
    return Math.max(UNHEARD, LENT * Commonplace.share(language, word));
  }

  private double rarity(int with, double lent) {
    return Math.log(1 + (stories + LENT) / (with + lent));
  }
}
