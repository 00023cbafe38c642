package newsroom.publish.site;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the terms of a site come to at one moment.
public sealed interface Answer {

  /// It may go up.
  record Now() implements Answer {}

  /// It is held.
  ///
  /// @param until when to ask again; null where nobody knows
  /// @param reason for an editor
  record Later(@Nullable Instant until, String reason) implements Answer {}

  /// It stays away as long as the other telling is there.
  record Never(String reason) implements Answer {}
}
