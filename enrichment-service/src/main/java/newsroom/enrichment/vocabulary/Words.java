package newsroom.enrichment.vocabulary;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import newsroom.enrichment.story.Story;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;

/// The words of a story as the index knows them, and how much each says about it.
///
/// @param counts by index term
/// @param setting index terms that say where the story comes from
/// @param headlineTokens how many words the headline has
/// @param tokens how many words there are in all
public record Words(
    Language language,
    Map<BytesRef, Count> counts,
    Set<BytesRef> setting,
    int headlineTokens,
    int tokens) {

  /// Measured: a headline's word says six times, one of the opening's sixty words twice as much as
  /// one further down; the whole text is needed.
  private static final int HEADLINE = 6;

  private static final int OPENING = 2;
  private static final int OPENING_TOKENS = 60;

  private static final LastWords LAST = new LastWords();

  /// One word.
  public static final class Count {
    private final Language language;
    private final String text;
    private final int start;
    private final int end;
    private int weight;
    private int times;
    private int timesInHeadline;

    private Count(Language language, String text, int start, int end) {
      this.language = language;
      this.text = text;
      this.start = start;
      this.end = end;
    }

    /// How much is made of it.
    public int weight() {
      return weight;
    }

    public int times() {
      return times;
    }

    public int timesInHeadline() {
      return timesInHeadline;
    }

    private void add(boolean headline, int position) {
      weight += headline ? HEADLINE : position < OPENING_TOKENS ? OPENING : 1;
      times++;
      timesInHeadline += headline ? 1 : 0;
    }

    /// The word as a reader knows it: the index may have cut its ending off.
    public String surface() {
      return language.small(written());
    }

    /// The same, with its capital letters.
    public String written() {
      return text.substring(start, end).replaceFirst("['’][sS]$", "");
    }
  }

  /// All that is said, as a field of the index takes it.
  public TokenStream toField() {
    return new CountedWords(counts, Count::times);
  }

  /// What the headline says, as a field of the index takes it.
  public TokenStream headlineToField() {
    return new CountedWords(counts, Count::timesInHeadline);
  }

  /// Reads a story, or remembers how it was read a moment ago.
  public static Words of(Story story) {
    return LAST.of(story, Words::read);
  }

  private static Words read(LastWords.Text story) {
    var language = story.language();
    var counts = new HashMap<BytesRef, Count>();
    try {
      int headline = count(language, story.headline(), counts, true);
      int text = count(language, story.text(), counts, false);
      var setting = new HashMap<BytesRef, Count>();
      count(language, story.setting(), setting, false);
      return new Words(language, counts, setting.keySet(), headline, headline + text);
    } catch (IOException e) {
      throw new IllegalStateException("reading from a string cannot fail", e);
    }
  }

  private static int count(
      Language language, String text, Map<BytesRef, Count> counts, boolean headline)
      throws IOException {
    int tokens = 0;
    try (var stream = language.analyzer().tokenStream(language.all(), text)) {
      var term = stream.addAttribute(TermToBytesRefAttribute.class);
      var offsets = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        var count = counts.get(term.getBytesRef());
        if (count == null) {
          count = new Count(language, text, offsets.startOffset(), offsets.endOffset());
          counts.put(BytesRef.deepCopyOf(term.getBytesRef()), count);
        }
        count.add(headline, tokens++);
      }
      stream.end();
    }
    return tokens;
  }
}
