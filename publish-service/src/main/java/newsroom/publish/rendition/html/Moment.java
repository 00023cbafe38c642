package newsroom.publish.rendition.html;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A time as readers see it and as machines read it, both in the site's zone.
///
/// @param shown as `3:05 PM, Nov 22, 2026`
/// @param machine ISO 8601 with the zone's offset
public record Moment(String shown, String machine) {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("h:mm a, MMM d, yyyy", Locale.US);

  static Moment of(Instant instant, ZoneId zone) {
    ZonedDateTime there = instant.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
    return new Moment(SHOWN.format(there), DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there));
  }
}
