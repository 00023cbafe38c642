package newsroom.enrichment.vocabulary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Remembers which index term each written word becomes: a language takes endings and capitals off,
/// which costs more than all else that is done to a text, and most of what is written are the same
/// few thousand words. For any number of threads.
final class WordForms {

  /// All languages agree on where a word ends.
  private static final Analyzer CUTTER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          return new TokenStreamComponents(new StandardTokenizer());
        }
      };

  private static final String NO_FIELD = "";

  /// So many words are remembered, a power of two; a new one takes the place of another.
  private static final int WORDS = 1 << 15;

  private final Analyzer analyzer;

  /// What is in there never changes, so it may be read while another is put in its place.
  private final @Nullable Form[] forms = new @Nullable Form[WORDS];

  /// A word as it is written.
  ///
  /// @param terms that the index has for it: one, or none where the word is not worth knowing
  private record Form(String written, List<BytesRef> terms) {}

  WordForms(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /// A text as its written words.
  static TokenStream words(String text) {
    return CUTTER.tokenStream(NO_FIELD, text);
  }

  /// The index terms of a written word.
  List<BytesRef> terms(CharSequence written) throws IOException {
    int place = place(written);
    var known = forms[place];
    if (known == null || !known.written().contentEquals(written)) {
      var word = written.toString();
      known = new Form(word, read(word));
      forms[place] = known;
    }
    return known.terms();
  }

  private static int place(CharSequence written) {
    int hash = 0;
    for (int i = 0; i < written.length(); i++) {
      hash = 31 * hash + written.charAt(i);
    }
    return (hash ^ hash >>> 15) & WORDS - 1;
  }

  private List<BytesRef> read(String word) throws IOException {
    var terms = new ArrayList<BytesRef>(1);
    try (var stream = analyzer.tokenStream(NO_FIELD, word)) {
      var term = stream.addAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(BytesRef.deepCopyOf(term.getBytesRef()));
      }
      stream.end();
    }
    return List.copyOf(terms);
  }
}
