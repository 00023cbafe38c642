package newsroom.enrichment.story;

import java.util.Arrays;

/// A short mark of a text (SimHash of its runs of three words): two texts that are nearly the same
/// have nearly the same mark, whatever their headlines.
public final class Fingerprint {

  /// Bits in which copies of one text differ at most: about nine of ten runs of words are shared.
  private static final int COPIES = 10;

  private static final int RUN = 3;

  /// Of fewer runs than these a mark says nothing: flashes share most of their words and tell of
  /// different things.
  private static final int FEWEST = 12;

  /// The mark of a text that is too short for one.
  private static final long NONE = 0;

  /// One bit in each byte: eight votes are counted by one addition.
  private static final long LANES = 0x0101010101010101L;

  /// The most that a byte can count.
  private static final int FULL = 255;

  private Fingerprint() {}

  public static long of(String text) {
    var votes = new Votes();
    var run = new int[RUN];
    int words = 0;
    int word = 0;
    int letters = 0;
    for (int i = 0; i <= text.length(); ) {
      int character = i < text.length() ? text.codePointAt(i) : ' ';
      i += Character.charCount(character);
      if (Character.isLetterOrDigit(character)) {
        word = 31 * word + Character.toLowerCase(character);
        letters++;
      } else if (letters > 0) {
        run[words++ % RUN] = word;
        word = 0;
        letters = 0;
        if (words >= RUN) {
          votes.add(run, words);
        }
      }
    }
    return votes.majority();
  }

  /// For each bit, how many hashes of runs have it.
  private static final class Votes {

    private final long[] lanes = new long[Byte.SIZE];
    private final int[] ayes = new int[Long.SIZE];
    private int uncounted;
    private int all;

    void add(int[] run, int next) {
      long hash = 0;
      for (int i = 0; i < RUN; i++) {
        hash = mix(hash + run[(next + i) % RUN]);
      }
      for (int lane = 0; lane < lanes.length; lane++) {
        lanes[lane] += hash >>> lane & LANES;
      }
      all++;
      if (++uncounted == FULL) {
        count();
      }
    }

    private void count() {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        ayes[bit] += (int) (lanes[bit % Byte.SIZE] >>> (bit - bit % Byte.SIZE)) & FULL;
      }
      Arrays.fill(lanes, 0);
      uncounted = 0;
    }

    long majority() {
      if (all < FEWEST) {
        return NONE;
      }
      count();
      long print = 0;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        print |= 2 * ayes[bit] > all ? 1L << bit : 0;
      }
      return print;
    }
  }

  /// Whether two marks are of one text; of a text that is too short for one nobody can say.
  public static boolean isCopy(long one, long other) {
    return one != NONE && other != NONE && Long.bitCount(one ^ other) <= COPIES;
  }

  /// Spreads neighbouring numbers over all bits (the finishing step of SplitMix64).
  private static long mix(long number) {
    long mixed = number + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
