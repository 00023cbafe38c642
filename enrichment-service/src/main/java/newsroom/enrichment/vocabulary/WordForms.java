package newsroom.enrichment.vocabulary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
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
  private static final class Form {

    private final char[] written;

    /// What the index has for it: one, or none where the word is not worth knowing.
    private final List<BytesRef> terms;

    Form(char[] written, List<BytesRef> terms) {
      this.written = written;
      this.terms = terms;
    }

    boolean isOf(char[] text, int length) {
      return Arrays.equals(written, 0, written.length, text, 0, length);
    }
  }

  WordForms(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /// A text as its written words.
  static TokenStream words(String text) {
    return CUTTER.tokenStream(NO_FIELD, text);
  }

  /// The index terms of a written word.
  List<BytesRef> terms(CharTermAttribute word) throws IOException {
    var text = word.buffer();
    int length = word.length();
    int place = place(text, length);
    var known = forms[place];
    if (known == null || !known.isOf(text, length)) {
      known = new Form(Arrays.copyOf(text, length), read(word.toString()));
      forms[place] = known;
    }
    return known.terms;
  }

  private static int place(char[] text, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + text[i];
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
