package newsroom.ingest.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers as agencies write them.
public final class Numbers {

  private static final Pattern LEADING =
      Pattern.compile("^\\s*0*(\\d+)(?:\\D.*)?$", Pattern.DOTALL);

  private Numbers() {}

  /// The version; 1 where there is none. Standards set no bound: beyond ours, the date alone
  // orders.
  public static long version(@Nullable String version) {
    var digits = version == null ? null : LEADING.matcher(version);
    if (digits == null || !digits.matches()) {
      return 1;
    }
    var number = digits.group(1);
    return number.length() > 18 ? Long.MAX_VALUE : Math.max(1, Long.parseLong(number));
  }

  /// The urgency, 1 to 9; null where there is none.
  public static @Nullable Integer urgency(@Nullable String urgency) {
    return urgency != null && urgency.matches("[1-9]") ? Integer.valueOf(urgency) : null;
  }

  /// Pixels; null where it is no plain number.
  public static @Nullable Integer pixels(@Nullable String pixels) {
    return pixels != null && pixels.matches("\\d{1,7}") ? Integer.valueOf(pixels) : null;
  }
}
