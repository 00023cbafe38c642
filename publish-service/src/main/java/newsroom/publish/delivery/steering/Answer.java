package newsroom.publish.delivery.steering;

import java.util.List;
import newsroom.publish.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;

/// What came of something done to one story.
///
/// @param line of the daybook
/// @param changed destinations where it changed what is wanted
/// @param left destinations where it changed nothing, and why
record Answer(
    long line,
    String act,
    String uri,
    @Nullable String site,
    List<String> changed,
    List<Left> left) {

  /// A delivery that was left as it is.
  record Left(String destination, DeliveryState state, String why) {

    private static final String EMBARGO = "embargoed until";

    static Left of(String destination, DeliveryState state, @Nullable String reason) {
      return new Left(destination, state, why(state, reason));
    }

    private static String why(DeliveryState state, @Nullable String reason) {
      if (state == DeliveryState.HELD && reason != null && reason.startsWith(EMBARGO)) {
        return reason + "; an embargo is never released by hand";
      }
      if (reason != null) {
        return reason;
      }
      return switch (state) {
        case DUE -> "is due already";
        case LEASED -> "is being carried now";
        case LIVE -> "is live";
        case HELD -> "is held";
        case REFUSED -> "the site does not take it";
        case PARKED -> "is parked";
        case TAKEN_DOWN -> "is taken down";
      };
    }
  }

  /// What came of something done to many.
  ///
  /// @param line of the daybook
  /// @param deliveries how many it changed
  /// @param more whether there are more: the same again does them
  /// @param after to be said then, where a replay goes on
  record Many(
      long line, String act, String chosen, int deliveries, boolean more, @Nullable String after) {}

  /// A destination is enabled.
  ///
  /// @param due so many stories leave now
  /// @param line of the daybook; null where it was enabled before
  record Enabled(String destination, int due, @Nullable Long line) {}
}
