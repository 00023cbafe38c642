package newsroom.enrichment.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the agency says about a story beside its text.
///
/// @param dateline place and date as written
/// @param located where it was written, by a name or code of the wire's own
/// @param subjects as the wire and its agency's profile have them
public record Particulars(
    @Nullable String dateline, @Nullable Concept located, List<Concept> subjects) {

  /// Of a story whose agency says nothing.
  public static final Particulars NONE = new Particulars(null, null, List.of());
}
