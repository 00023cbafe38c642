package newsroom.enrichment.vocabulary;

import java.nio.ByteBuffer;
import java.util.function.ToIntFunction;
import org.apache.lucene.util.BytesRef;

/// What a story is about, in numbers: two vectors, of its most telling words and of its headline's.
/// A word weighs the more the rarer it is and the oftener it is said.
///
/// It is kept with the story as bytes.
public final class Gist {

  /// More words than these make no difference.
  private static final int TEXT = 200;

  private static final int HEADLINE = 24;

  private final WordVector headline;
  private final WordVector text;

  private Gist(WordVector headline, WordVector text) {
    this.headline = headline;
    this.text = text;
  }

  /// How alike two gists are.
  ///
  /// @param text cosine of everything that is said, 0 to 1
  /// @param headline cosine of the headlines
  public record Likeness(double text, double headline) {

    /// Of a story whose gist is not known.
    public static final Likeness NONE = new Likeness(0, 0);
  }

  public static Gist of(WeighedWords words) {
    return new Gist(
        vector(words, Words.Count::timesInHeadline, HEADLINE),
        vector(words, Words.Count::times, TEXT));
  }

  private static WordVector vector(WeighedWords words, ToIntFunction<Words.Count> times, int most) {
    var vector = new WordVector.Builder(words.greatest());
    for (var word : words.all()) {
      int said = times.applyAsInt(word.count());
      if (said > 0) {
        vector.add(word.word(), said, word.rarity());
      }
    }
    return vector.build(most);
  }

  public BytesRef toBytes() {
    var bytes = ByteBuffer.allocate(1 + headline.bytes() + text.bytes());
    bytes.put((byte) headline.bytes());
    headline.write(bytes);
    text.write(bytes);
    return new BytesRef(bytes.array());
  }

  /// Whether a story whose gist is in these bytes has this word.
  public static boolean has(BytesRef gist, BytesRef word) {
    int text = gist.offset + 1 + (gist.bytes[gist.offset] & 0xFF);
    return WordVector.has(gist.bytes, text, gist.offset + gist.length, word);
  }

  /// How alike a story is whose gist is in these bytes.
  public Likeness likeness(BytesRef other) {
    int first = other.offset + 1;
    int second = first + (other.bytes[other.offset] & 0xFF);
    int end = other.offset + other.length;
    return new Likeness(
        text.cosine(other.bytes, second, end), headline.cosine(other.bytes, first, second));
  }
}
