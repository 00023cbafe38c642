package newsroom.enrichment.morgue;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.BytesRef;

/// How the morgue scores a word in a text (BM25), for a text that is not in it.
public final class Relevance {

  private static final float K1 = 1.2f;

  /// Measured: long wire copy is not better for being long.
  private static final float B = 0.9f;

  private final IndexSearcher searcher;
  private final String field;
  private final long texts;
  private final double length;

  private Relevance(IndexSearcher searcher, String field, long texts, double length) {
    this.searcher = searcher;
    this.field = field;
    this.texts = texts;
    this.length = length;
  }

  /// For a text of so many words, were it in this field.
  public static Relevance of(IndexSearcher searcher, String field, int words) throws IOException {
    var counted = searcher.collectionStatistics(field);
    if (counted == null) {
      return new Relevance(searcher, field, 0, 1);
    }
    double average = counted.sumTotalTermFreq() / (double) counted.docCount();
    return new Relevance(searcher, field, counted.docCount(), words / average);
  }

  /// The score of a word that stands in the text so many times.
  public double score(BytesRef word, int times) throws IOException {
    int with = searcher.getIndexReader().docFreq(new Term(field, word));
    return rarity(with, texts) * times / (times + K1 * (1 - B + B * length));
  }

  static BM25Similarity similarity() {
    return new BM25Similarity(K1, B) {
      @Override
      protected float idf(long with, long texts) {
        return rarity(with, texts);
      }
    };
  }

  /// As if there were some hundred texts more: in a young archive a word must not look common
  /// because the only two stories have it.
  private static float rarity(long with, long texts) {
    return (float) Math.log(1 + (texts + 200 - with + 0.5) / (with + 0.5));
  }
}
