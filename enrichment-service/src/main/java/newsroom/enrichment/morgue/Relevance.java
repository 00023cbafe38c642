package newsroom.enrichment.morgue;

import org.apache.lucene.search.similarities.BM25Similarity;

/// How the morgue scores words (BM25).
///
/// @param texts how many texts have the field
/// @param average how many words a text has there
record Relevance(long texts, double average) {

  static final float K1 = 1.2f;

  /// Measured: long wire copy is not better for being long.
  static final float B = 0.9f;

  /// As if there were some hundred texts more: in a young archive a word must not look common
  /// because the only two stories have it.
  private static final int LENT = 200;

  /// The score of a word in a text that need not be in the archive.
  ///
  /// @param with how many texts have the word
  /// @param times how often this one has it
  /// @param words how many words this one has
  double score(long with, int times, int words) {
    return rarity(with) * emphasis(times, words);
  }

  float rarity(long with) {
    return rarity(with, texts);
  }

  /// What is made of a word that stands so many times in a text of so many words.
  double emphasis(int times, int words) {
    return times / (times + damping(words));
  }

  /// What a text of so many words takes from each of them.
  double damping(int words) {
    return K1 * (1 - B + B * words / average);
  }

  static BM25Similarity similarity() {
    return new BM25Similarity(K1, B) {
      @Override
      protected float idf(long with, long texts) {
        return rarity(with, texts);
      }
    };
  }

  static float rarity(long with, long texts) {
    return (float) Math.log(1 + (texts + LENT - with + 0.5) / (with + 0.5));
  }
}
