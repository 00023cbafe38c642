package newsroom.local.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the newsroom answered to a wire.
public sealed interface Filed {

  /// It was read.
  ///
  /// @param spiked why a part of it lies on the spike
  record Taken(List<Story> stories, List<String> spiked) implements Filed {}

  /// It was not.
  ///
  /// @param reason as the newsroom says it
  /// @param later whether it may be taken when brought again
  record Declined(String reason, boolean later) implements Filed {}

  /// A version that is on its way to the sites.
  record Story(String uri, long version, @Nullable String headline) {}
}
