package newsroom.enrichment.story;

import java.util.Locale;
import java.util.regex.Pattern;

/// A short mark of a text (SimHash of its runs of three words): two texts that are nearly the same
/// have nearly the same mark, whatever their headlines.
public final class Fingerprint {

  /// Bits in which copies of one text differ at most: about nine of ten runs of words are shared.
  private static final int COPIES = 10;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int RUN = 3;

  private Fingerprint() {}

  public static long of(String text) {
    var words = BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1);
    var votes = new int[Long.SIZE];
    for (int i = 0; i + RUN <= words.length; i++) {
      long hash = 0;
      for (int j = i; j < i + RUN; j++) {
        hash = mix(hash + words[j].hashCode());
      }
      for (int bit = 0; bit < Long.SIZE; bit++) {
        votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
      }
    }
    long print = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      print |= votes[bit] > 0 ? 1L << bit : 0;
    }
    return print;
  }

  /// Whether two marks are of one text.
  public static boolean isCopy(long one, long other) {
    return Long.bitCount(one ^ other) <= COPIES;
  }

  /// Spreads neighbouring numbers over all bits (the finishing step of SplitMix64).
  private static long mix(long number) {
    long mixed = number + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
