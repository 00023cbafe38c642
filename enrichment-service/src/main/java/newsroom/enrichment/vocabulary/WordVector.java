package newsroom.enrichment.vocabulary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// How often which words are said, in the order of the words' hashes, so that two are compared in
/// one walk along both.
///
/// Rarities change as an archive grows, so none is written: whoever compares knows today's, of the
/// words that both have. Only a vector's length is written, as a share of the greatest rarity there
/// was, because that share stays much the same.
final class WordVector {

  /// Its length.
  private static final int HEAD = Float.BYTES;

  /// Of one word: its hash, and how often it is said.
  private static final int WORD = Integer.BYTES + 1;

  private static final int MOST_SAID = 255;
  private static final int SEED = 1848;
  private static final ByteOrder ORDER = ByteOrder.BIG_ENDIAN;
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ORDER);

  /// What is made of saying a word so often.
  private static final float[] EMPHASIS = new float[MOST_SAID + 1];

  static {
    for (int i = 1; i <= MOST_SAID; i++) {
      EMPHASIS[i] = (float) (1 + Math.log(i));
    }
  }

  private final List<Word> words;
  private final int[] hashes;
  private final float[] weights;
  private final double length;
  private final double greatest;

  private record Word(int hash, int said, float rarity) {

    float weight() {
      return EMPHASIS[said] * rarity;
    }
  }

  private WordVector(List<Word> words, double length, double greatest) {
    this.words = words;
    this.hashes = words.stream().mapToInt(Word::hash).toArray();
    this.weights = new float[hashes.length];
    this.length = length;
    this.greatest = greatest;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = words.get(i).weight() * words.get(i).rarity();
    }
  }

  /// Collects words.
  static final class Builder {

    private final List<Word> words = new ArrayList<>();
    private final double greatest;
    private double square;

    /// @param greatest rarity that a word can have today
    Builder(double greatest) {
      this.greatest = greatest;
    }

    void add(BytesRef word, int said, float rarity) {
      var added = new Word(hash(word), Math.min(said, MOST_SAID), rarity);
      words.add(added);
      square += added.weight() * added.weight();
    }

    /// Of the heaviest, at most so many.
    WordVector build(int most) {
      if (words.size() > most) {
        words.sort(
            Comparator.comparingDouble((Word word) -> -word.weight()).thenComparingInt(Word::hash));
        words.subList(most, words.size()).clear();
      }
      words.sort(Comparator.comparingInt(Word::hash));
      return new WordVector(List.copyOf(words), Math.sqrt(square), greatest);
    }
  }

  int bytes() {
    return HEAD + words.size() * WORD;
  }

  void write(ByteBuffer bytes) {
    bytes.order(ORDER).putFloat((float) (length / greatest));
    for (var word : words) {
      bytes.putInt(word.hash()).put((byte) word.said());
    }
  }

  /// Whether the vector that is written here has this word.
  static boolean has(byte[] bytes, int from, int end, BytesRef word) {
    int hash = hash(word);
    for (int at = first(from); at < end; at = next(at)) {
      if (hash(bytes, at) == hash) {
        return true;
      }
    }
    return false;
  }

  static int hash(BytesRef word) {
    return StringHelper.murmurhash3_x86_32(word, SEED);
  }

  /// Where the first word is of the vector that is written here.
  static int first(int vector) {
    return vector + HEAD;
  }

  /// Where the word after this one is.
  static int next(int word) {
    return word + WORD;
  }

  /// The hash of the word that is written here.
  static int hash(byte[] bytes, int word) {
    return (int) INT.get(bytes, word);
  }

  /// How often the word is said that is written here.
  static int said(byte[] bytes, int word) {
    return bytes[word + Integer.BYTES] & 0xFF;
  }

  /// The cosine with the vector that is written here.
  double cosine(byte[] other, int from, int end) {
    double dot = 0;
    int mine = 0;
    int at = from + HEAD;
    while (mine < hashes.length && at < end) {
      int hash = (int) INT.get(other, at);
      int reached = hashes[mine];
      if (hash == reached) {
        dot += weights[mine] * EMPHASIS[other[at + Integer.BYTES] & 0xFF];
      }
      mine += reached <= hash ? 1 : 0;
      at += hash <= reached ? WORD : 0;
    }
    double both = length * Float.intBitsToFloat((int) INT.get(other, from)) * greatest;
    return both == 0 ? 0 : Math.min(1, dot / both);
  }
}
