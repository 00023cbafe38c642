package newsroom.publish.story;

import java.time.Instant;
import java.util.Comparator;

/// Which word on a story this is. Greater wins, whatever the order of arrival.
///
/// @param version the agency's version
/// @param created when the agency made that version
/// @param revision grows when related links are renewed without a new version
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
