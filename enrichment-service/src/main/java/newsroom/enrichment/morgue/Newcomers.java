package newsroom.enrichment.morgue;

/// Remembers who has been here since the index was empty, to say quickly of most stories that they
/// have not: then the index need not be searched for an older version (a Bloom filter of one bit).
final class Newcomers {

  private static final int BITS = 1 << 27;

  private final long[] seen = new long[BITS >>> 6];

  /// False only where it was never asked about this story before.
  boolean mayHaveBeenHere(String uri) {
    long hash = 0;
    for (int i = 0; i < uri.length(); i++) {
      hash = (hash ^ uri.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 31)) * 0x9E3779B97F4A7C15L;
    int bit = (int) (hash >>> 37);
    boolean before = (seen[bit >>> 6] & (1L << bit)) != 0;
    seen[bit >>> 6] |= 1L << bit;
    return before;
  }
}
