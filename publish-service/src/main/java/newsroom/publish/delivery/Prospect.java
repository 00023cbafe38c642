package newsroom.publish.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would become of a story at one site, were it to come now.
///
/// @param section where it would stand; null where it is refused
/// @param address where readers would find it; null where it is refused
/// @param destinations that it would be brought to
/// @param until when a story that is held is judged again; null where nobody knows
/// @param reason the rule and what of the story it met; null where nothing is in the way
public record Prospect(
    String site,
    Says verdict,
    @Nullable String section,
    @Nullable String address,
    List<String> destinations,
    @Nullable Instant until,
    @Nullable String reason) {

  /// In a word.
  public enum Says {
    TAKES,
    HOLDS,
    REFUSES
  }
}
