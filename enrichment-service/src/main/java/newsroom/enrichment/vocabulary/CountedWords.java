package newsroom.enrichment.vocabulary;

import java.util.Iterator;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;

/// Words that were cut and counted already, for an index field that keeps words and how often each
/// is said: cutting a text is the dearest part of reading it, and is done once.
final class CountedWords extends TokenStream {

  private final BytesTermAttribute word = addAttribute(BytesTermAttribute.class);
  private final TermFrequencyAttribute said = addAttribute(TermFrequencyAttribute.class);
  private final Iterator<Map.Entry<BytesRef, Words.Count>> words;
  private final ToIntFunction<Words.Count> times;

  CountedWords(Map<BytesRef, Words.Count> counts, ToIntFunction<Words.Count> times) {
    this.words = counts.entrySet().iterator();
    this.times = times;
  }

  @Override
  public boolean incrementToken() {
    while (words.hasNext()) {
      var next = words.next();
      int many = times.applyAsInt(next.getValue());
      if (many > 0) {
        // nothing else of a token is ever set, so there is nothing to be cleared
        word.setBytesRef(next.getKey());
        said.setTermFrequency(many);
        return true;
      }
    }
    return false;
  }
}
