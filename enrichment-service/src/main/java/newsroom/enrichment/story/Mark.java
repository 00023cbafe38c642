package newsroom.enrichment.story;

import java.time.Instant;
import java.util.Comparator;

/// The place of a version in the order of its story's versions; the greater wins.
public record Mark(long version, Instant created, int revision) implements Comparable<Mark> {

  private static final Comparator<Mark> ORDER =
      Comparator.comparingLong(Mark::version)
          .thenComparing(Mark::created)
          .thenComparingInt(Mark::revision);

  @Override
  public int compareTo(Mark other) {
    return ORDER.compare(this, other);
  }
}
