package newsroom.ingest.format.feed;

import java.time.Instant;
import java.util.List;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.Assembled;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Unreadable;
import org.jspecify.annotations.Nullable;

/// What an entry says, in whichever kind of feed.
///
/// @param categories by their names
/// @param owner whose it is
record FeedCopy(
    String guid,
    Times times,
    Copy.Headlines headlines,
    Assembled.Content content,
    List<Concept> categories,
    Owner owner) {

  /// Whose it is.
  ///
  /// @param credit the title of the feed
  record Owner(@Nullable String credit, @Nullable String copyright) {}

  /// When it was published and updated; a feed may say neither.
  record Times(@Nullable Instant published, @Nullable Instant updated, Instant received) {

    /// A feed has no versions: its entry is a new one when it was updated.
    Instant versionCreated() {
      return updated != null ? updated : published != null ? published : received;
    }

    boolean undated() {
      return updated == null && published == null;
    }
  }

  Copy copy(Origin origin) throws Unreadable {
    var changed =
        times.published != null && times.updated != null && times.updated.isAfter(times.published);
    var lifecycle =
        new Copy.Lifecycle(
            1,
            times.versionCreated(),
            times.undated(),
            times.published,
            Status.USABLE,
            changed ? Change.UPDATE : Change.NEW,
            null,
            null,
            null,
            null,
            null);
    var subjects = new Copy.Subjects(null, categories, List.of(), List.of(), List.of(), List.of());
    var rights = new Copy.Rights(owner.credit, null, owner.copyright, null);
    return new Assembled(origin, guid, lifecycle, Copy.Handling.NONE, subjects, rights, content)
        .copy();
  }
}
