package newsroom.publish.rendition.html;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// A time as readers see it, in the site's language, and as machines read it, both in the site's
/// zone.
///
/// @param shown as `3:05 PM, Nov 22, 2026`
/// @param machine ISO 8601 with the zone's offset
public record Moment(String shown, String machine) {

  static Moment of(Instant instant, Furniture site) {
    ZonedDateTime there = instant.atZone(site.masthead().zone()).truncatedTo(ChronoUnit.SECONDS);
    String shown = site.words().date("time").format(there);
    return new Moment(shown, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there));
  }
}
