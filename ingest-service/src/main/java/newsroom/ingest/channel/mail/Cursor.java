package newsroom.ingest.channel.mail;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which messages of a folder the desk has had, by their numbers (UID), which hold as long as the
/// folder's own (UIDVALIDITY) does.
///
/// @param upTo all messages up to this number
/// @param taken and these above it
/// @param owed of all these, those that have not been marked, moved or deleted yet
/// @param refused of all these, those that could not be taken: they lie where they were
record Cursor(long validity, long upTo, Set<Long> taken, Set<Long> owed, Set<Long> refused) {

  /// As kept by an earlier version, which knew none that were refused.
  Cursor(
      long validity,
      long upTo,
      @Nullable Set<Long> taken,
      @Nullable Set<Long> owed,
      @Nullable Set<Long> refused) {
    this.validity = validity;
    this.upTo = upTo;
    this.taken = own(taken);
    this.owed = own(owed);
    this.refused = own(refused);
  }

  private static Set<Long> own(@Nullable Set<Long> some) {
    return some == null ? new TreeSet<>() : new TreeSet<>(some);
  }

  static Cursor start(long validity) {
    return new Cursor(validity, 0, Set.of(), Set.of(), Set.of());
  }

  boolean has(long uid) {
    return uid <= upTo || taken.contains(uid);
  }

  /// It cannot be taken, and holds up none that come after it.
  Cursor without(long uid) {
    var more = passed(uid);
    more.refused.add(uid);
    return more;
  }

  /// It was taken after all, or is no longer there.
  Cursor after(long uid) {
    var less = copy();
    less.refused.remove(uid);
    return less;
  }

  private Cursor copy() {
    return new Cursor(validity, upTo, taken, owed, refused);
  }

  Cursor with(long uid) {
    var more = passed(uid);
    more.owed.add(uid);
    return more;
  }

  /// Not taken, and not looked at again.
  Cursor passed(long uid) {
    var more = copy();
    more.taken.add(uid);
    return more;
  }

  Cursor settled(long uid) {
    var less = copy();
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
    return new Cursor(validity, bound, above, owed, refused);
  }
}
