package newsroom.publish.delivery.conduct;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a destination stands, as all instances see it.
///
/// @param failingSince nothing has got through since then; null while something does
/// @param quietUntil it asked to be left alone until then
/// @param disabled why and since when nothing is brought to it; null where it is enabled
public record Footing(
    @Nullable Instant failingSince,
    @Nullable Instant lastFailure,
    @Nullable String lastTrouble,
    @Nullable Instant quietUntil,
    @Nullable Disabled disabled) {

  public static final Footing GOOD = new Footing(null, null, null, null, null);

  /// Since when, and why.
  public record Disabled(Instant since, String why) {}
}
