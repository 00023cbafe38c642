package newsroom.ingest.format.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Unreadable;
import org.jspecify.annotations.Nullable;

/// What an entry says, in whichever kind of feed.
///
/// @param link the page of the entry
record FeedCopy(
    String guid,
    @Nullable String link,
    Times times,
    Standing standing,
    Assembled.Content content,
    Copy.Subjects subjects,
    Copy.Rights rights) {

  /// When it was published, updated and written; a feed may say none of it.
  record Times(
      @Nullable Instant published,
      @Nullable Instant updated,
      @Nullable Instant created,
      Instant received) {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    /// A feed has no versions: its entry is a new one when it was updated.
    Instant versionCreated() {
      var dated = dated();
      return dated == null ? received : dated;
    }

    @Nullable Instant firstCreated() {
      return published != null ? published : created;
    }

    boolean undated() {
      return dated() == null;
    }

    /// No version was made at a time that has not come yet; believed, it would outlive each later
    /// one.
    private @Nullable Instant dated() {
      var latest = received.plus(CLOCKS_DIFFER);
      return Stream.of(Optional.ofNullable(updated), Optional.ofNullable(firstCreated()))
          .flatMap(Optional::stream)
          .filter(date -> date.isBefore(latest))
          .findFirst()
          .orElse(null);
    }

    Change change() {
      var first = firstCreated();
      return first != null && updated != null && updated.isAfter(first)
          ? Change.UPDATE
          : Change.NEW;
    }
  }

  /// Whether it may be seen, and from when to when.
  record Standing(Status status, @Nullable Instant embargoedUntil, @Nullable Instant expires) {

    static final Standing USABLE = new Standing(Status.USABLE, null, null);
  }

  Copy copy(Origin origin) throws Unreadable {
    var canceled = standing.status == Status.CANCELED;
    var lifecycle =
        new Copy.Lifecycle(
            1,
            times.versionCreated(),
            times.undated(),
            times.firstCreated(),
            standing.status,
            canceled ? Change.KILL : times.change(),
            standing.embargoedUntil,
            standing.expires,
            null,
            null,
            null);
    return new Assembled(origin, guid, lifecycle, Copy.Handling.NONE, subjects, rights, content)
        .copy();
  }
}
