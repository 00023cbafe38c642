package newsroom.publish.story;

import org.jspecify.annotations.Nullable;

/// A related story that may be linked where it is live.
///
/// @param score greater is better, comparable within one story
/// @param reason why, in words an editor understands
/// @param afterBlock the promo stands after this block of the body, counted from 0
/// @param archive where readers reach it, when it is a story of the archive only; else null
public record Candidate(
    String uri,
    String headline,
    Label label,
    double score,
    String reason,
    int afterBlock,
    @Nullable String archive) {

  public enum Label {
    ADDITIONAL_REPORTING,
    IN_CASE_YOU_MISSED_IT
  }
}
