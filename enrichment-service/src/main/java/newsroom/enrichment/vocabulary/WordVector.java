package newsroom.enrichment.vocabulary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
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

  private final int[] hashes;
  private final byte[] said;
  private final float[] weights;
  private final double length;
  private final double greatest;

  private WordVector(Builder words, long[] order) {
    this.hashes = new int[order.length];
    this.said = new byte[order.length];
    this.weights = new float[order.length];
    this.length = Math.sqrt(words.square);
    this.greatest = words.greatest;
    for (int i = 0; i < order.length; i++) {
      int word = (int) order[i];
      hashes[i] = words.hashes[word];
      said[i] = (byte) words.said[word];
      weights[i] = words.weights[word] * words.rarities[word];
    }
  }

  /// Collects words. In plain arrays: this is done for every story that is read or asks.
  static final class Builder {

    private static final int MANY = 256;

    private final double greatest;
    private int[] hashes = new int[MANY];
    private int[] said = new int[MANY];
    private float[] rarities = new float[MANY];
    private float[] weights = new float[MANY];
    private int size;
    private double square;

    /// @param greatest rarity that a word can have today
    Builder(double greatest) {
      this.greatest = greatest;
    }

    void add(BytesRef word, int said, float rarity) {
      if (size == hashes.length) {
        grow();
      }
      int counted = Math.min(said, MOST_SAID);
      float weight = EMPHASIS[counted] * rarity;
      this.hashes[size] = hash(word);
      this.said[size] = counted;
      this.rarities[size] = rarity;
      this.weights[size++] = weight;
      square += weight * weight;
    }

    private void grow() {
      hashes = Arrays.copyOf(hashes, 2 * size);
      said = Arrays.copyOf(said, 2 * size);
      rarities = Arrays.copyOf(rarities, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }

    /// Of the heaviest, at most so many.
    WordVector build(int most) {
      long least = size > most ? least(most) : 0;
      var order = new long[Math.min(size, most)];
      int taken = 0;
      for (int word = 0; word < size && taken < order.length; word++) {
        if (size <= most || rank(word) >= least) {
          order[taken++] = (long) hashes[word] << Integer.SIZE | word;
        }
      }
      Arrays.sort(order);
      return new WordVector(this, order);
    }

    /// The rank of the last that is among so many.
    private long least(int most) {
      var ranks = new long[size];
      Arrays.setAll(ranks, this::rank);
      Arrays.sort(ranks);
      return ranks[size - most];
    }

    /// Grows with the weight, of equals the smaller hash goes first.
    private long rank(int word) {
      int after = ~(hashes[word] ^ Integer.MIN_VALUE);
      return (long) Float.floatToRawIntBits(weights[word]) << Integer.SIZE
          | Integer.toUnsignedLong(after);
    }
  }

  int bytes() {
    return HEAD + hashes.length * WORD;
  }

  void write(ByteBuffer bytes) {
    bytes.order(ORDER).putFloat((float) (length / greatest));
    for (int i = 0; i < hashes.length; i++) {
      bytes.putInt(hashes[i]).put(said[i]);
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
