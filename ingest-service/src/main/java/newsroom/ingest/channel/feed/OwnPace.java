package newsroom.ingest.channel.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How often a feed itself wants to be asked, by its first lines: `ttl` of RSS 2.0 in minutes, or
/// `sy:updatePeriod` and `sy:updateFrequency`.
final class OwnPace {

  private static final int LOOKED_AT = 64 * 1024;
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern TTL = Pattern.compile("<ttl>\\s*(\\d{1,6})\\s*</ttl>");
  private static final Pattern PERIOD =
      Pattern.compile("<sy:updatePeriod>\\s*([A-Za-z]{5,8})\\s*</sy:updatePeriod>");
  private static final Pattern FREQUENCY =
      Pattern.compile("<sy:updateFrequency>\\s*(\\d{1,4})\\s*</sy:updateFrequency>");

  private OwnPace() {}

  /// Seconds between two polls; null where the feed does not say.
  static @Nullable Long in(ByteBuffer content) {
    var first = content.slice(content.position(), Math.min(LOOKED_AT, content.remaining()));
    var text = StandardCharsets.ISO_8859_1.decode(first).toString();
    var pace = ttl(text);
    if (pace == null) {
      pace = period(text);
    }
    return pace == null ? null : Math.min(pace.toSeconds(), LONGEST.toSeconds());
  }

  private static @Nullable Duration ttl(String text) {
    var found = TTL.matcher(text);
    return found.find() ? Duration.ofMinutes(Long.parseLong(found.group(1))) : null;
  }

  private static @Nullable Duration period(String text) {
    var found = PERIOD.matcher(text);
    if (!found.find()) {
      return null;
    }
    var period =
        switch (found.group(1).toLowerCase(Locale.ROOT)) {
          case "hourly" -> Duration.ofHours(1);
          case "daily", "weekly", "monthly", "yearly" -> LONGEST;
          default -> null;
        };
    var times = FREQUENCY.matcher(text);
    return period == null || !times.find()
        ? period
        : period.dividedBy(Math.max(1, Long.parseLong(times.group(1))));
  }
}
