package newsroom.ingest.channel.mail;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// Which messages of a folder the desk has had, by their numbers (UID), which hold as long as the
/// folder's own (UIDVALIDITY) does.
///
/// @param upTo all messages up to this number
/// @param taken and these above it
/// @param owed of all these, those that have not been marked, moved or deleted yet
record Cursor(long validity, long upTo, Set<Long> taken, Set<Long> owed) {

  Cursor {
    taken = new TreeSet<>(taken);
    owed = new TreeSet<>(owed);
  }

  static Cursor start(long validity) {
    return new Cursor(validity, 0, Set.of(), Set.of());
  }

  boolean has(long uid) {
    return uid <= upTo || taken.contains(uid);
  }

  Cursor with(long uid) {
    var more = passed(uid);
    more.owed.add(uid);
    return more;
  }

  /// Not taken, and not looked at again.
  Cursor passed(long uid) {
    var more = new Cursor(validity, upTo, taken, owed);
    more.taken.add(uid);
    return more;
  }

  Cursor settled(long uid) {
    var less = new Cursor(validity, upTo, taken, owed);
    less.owed.remove(uid);
    return less;
  }

  /// Moves up to just below the first of those that are there and not taken.
  ///
  /// @param left not taken yet
  Cursor above(Collection<Long> left) {
    var first = left.stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    var below = taken.stream().mapToLong(Long::longValue).filter(uid -> uid < first).max();
    var bound = Math.max(upTo, below.orElse(upTo));
    var above = new TreeSet<>(taken);
    above.removeIf(uid -> uid <= bound);
    return new Cursor(validity, bound, above, owed);
  }
}
