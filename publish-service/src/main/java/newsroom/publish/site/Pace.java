package newsroom.publish.site;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How fast a site may be called, over all its destinations together.
///
/// @param most no more dispatches than this leave in any `time`
/// @param atOnce no more than this are under way at the same time
public record Pace(int most, Duration time, int atOnce) {

  /// As fast as destinations can.
  public static final Pace FREE =
      new Pace(Integer.MAX_VALUE, Duration.ofSeconds(1), Integer.MAX_VALUE);

  private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,5})/(s|m|h)");

  /// As the site's entry says: `rate: 20/s`, `at-once: 4`. What is not said is free.
  static Pace from(Entry entry) {
    var rate = entry.optional("rate");
    @Nullable Integer atOnce = entry.number("at-once", 1, 10_000);
    int together = atOnce == null ? FREE.atOnce : atOnce;
    if (rate == null) {
      return new Pace(FREE.most, FREE.time, together);
    }
    var parts = RATE.matcher(rate);
    if (!parts.matches()) {
      entry.mistake("rate", "must be like 20/s, 600/m or 5000/h, not " + rate);
      return FREE;
    }
    var time =
        switch (parts.group(2)) {
          case "s" -> Duration.ofSeconds(1);
          case "m" -> Duration.ofMinutes(1);
          default -> Duration.ofHours(1);
        };
    return new Pace(Integer.parseInt(parts.group(1)), time, together);
  }
}
