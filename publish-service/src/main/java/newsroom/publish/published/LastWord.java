package newsroom.publish.published;

import java.time.Instant;
import java.util.List;
import newsroom.publish.story.Mark;
import org.jspecify.annotations.Nullable;

/// Where a story stands, everywhere.
///
/// @param mark of the version that is live, or of the word that took it down
/// @param event the enriched event of the version that is live, as it came; null when none is
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record LastWord(
    String uri,
    Mark mark,
    State state,
    @Nullable Instant firstLive,
    byte @Nullable [] event,
    List<Place> places) {

  /// Where it stands on the whole.
  public enum State {
    LIVE,
    KILLED,
    WITHDRAWN
  }

  /// Where it stands at one destination.
  ///
  /// @param destination unique in the newsroom, `site/name`
  /// @param state as `articles.published` names it
  public record Place(
      String site,
      String destination,
      String state,
      @Nullable String url,
      @Nullable Long liveVersion,
      @Nullable Instant liveSince,
      @Nullable String reason) {}
}
