package newsroom.enrichment.vocabulary;

import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.lucene.util.BytesRef;

/// Remembers in how many stories words stand, in little memory: a new word may push one out that
/// fewer stories have, and then that is looked up again. For any number of threads.
final class WordMemory {

  private static final long FNV = 0x100000001b3L;

  /// Of an entry, the bits that count stories; the others tell words apart.
  private static final int COUNT_BITS = 24;

  private static final long COUNT = (1L << COUNT_BITS) - 1;
  private static final int UNKNOWN = -1;

  /// A word lies in one of so many places side by side, a power of two.
  private static final int NEIGHBOURS = 4;

  private final AtomicLongArray entries;

  /// @param size for so many words, a power of two
  WordMemory(int size) {
    entries = new AtomicLongArray(size);
  }

  /// One for a part of an archive with so many stories.
  static WordMemory forStories(int stories) {
    int words = Math.clamp(16L * stories, 1 << 8, 1 << 18);
    return new WordMemory(Integer.highestOneBit(words));
  }

  static long hash(BytesRef word) {
    long hash = word.length;
    for (int i = word.offset; i < word.offset + word.length; i++) {
      hash = (hash ^ word.bytes[i]) * FNV;
    }
    hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
    return hash ^ hash >>> 29;
  }

  static boolean isKnown(int remembered) {
    return remembered != UNKNOWN;
  }

  /// How many stories have the word with this hash, if that is known.
  int stories(long hash) {
    int first = first(hash);
    for (int place = first; place < first + NEIGHBOURS; place++) {
      long entry = entries.getPlain(place);
      if (entry != 0 && (entry & ~COUNT) == (hash & ~COUNT)) {
        return (int) (entry & COUNT);
      }
    }
    return UNKNOWN;
  }

  void remember(long hash, int stories) {
    if (stories <= COUNT) {
      entries.setPlain(rarest(first(hash)), (hash & ~COUNT) | stories);
    }
  }

  /// Of the places for a word, a free one, or that of the word which is asked for least.
  private int rarest(int first) {
    int rarest = first;
    long fewest = Long.MAX_VALUE;
    for (int place = first; place < first + NEIGHBOURS; place++) {
      long entry = entries.getPlain(place);
      long stories = entry == 0 ? -1 : entry & COUNT;
      if (stories < fewest) {
        rarest = place;
        fewest = stories;
      }
    }
    return rarest;
  }

  private int first(long hash) {
    return (int) hash & (entries.length() - NEIGHBOURS);
  }
}
