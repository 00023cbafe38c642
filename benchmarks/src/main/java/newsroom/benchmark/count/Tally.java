package newsroom.benchmark.count;

import java.util.Arrays;
import java.util.BitSet;

/// Counts arrivals against what was sent. Stories are numbered from 0 as they go out; number `n`
/// is a version of story `n % stories`, so later numbers of one story must come later.
public final class Tally {

  private final int stories;
  private final BitSet seen = new BitSet();
  private final long[] latest;
  private long sent;
  private long arrived;
  private long duplicated;
  private long reordered;

  public Tally(int stories) {
    this.stories = stories;
    this.latest = new long[stories];
    Arrays.fill(latest, -1);
  }

  /// The next number, now on its way.
  public synchronized long send() {
    return sent++;
  }

  /// Notes an arrival; true when it is the first of this number.
  public synchronized boolean arrived(long number) {
    var bit = Math.toIntExact(number);
    if (number >= sent) {
      throw new IllegalArgumentException("number " + number + " arrived and was never sent");
    }
    if (seen.get(bit)) {
      duplicated++;
      return false;
    }
    seen.set(bit);
    arrived++;
    var story = Math.toIntExact(number % stories);
    if (number < latest[story]) {
      reordered++;
    } else {
      latest[story] = number;
    }
    return true;
  }

  /// How many have come, repetitions not counted.
  public synchronized long arrivals() {
    return arrived;
  }

  /// True when all that were sent are here.
  public synchronized boolean complete() {
    return arrived == sent;
  }

  public synchronized Counts counts() {
    return new Counts(sent, sent - arrived, duplicated, reordered);
  }
}
