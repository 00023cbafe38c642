package newsroom.ingest.format.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsroom.ingest.format.WireDate;
import org.jspecify.annotations.Nullable;

/// Reads the dates of feeds: ISO 8601, RFC 822 and what is written in its stead: `Thu, 01 Jan 04
/// 19:48 +02:00`, `1 January 2004`, `Thu Jan 1 19:48:21 2004`, `Jan 1, 2004 7:48 PM EST`. Without a
/// zone it is UTC.
final class FeedDate {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Map<String, Integer> ZONES =
      Map.of(
          "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7,
          "cet", 1, "cest", 2);

  private static final String TIME =
      "(?:[,\\s]+(?:at\\s+)?(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:\\.\\d+)?)?(?:\\s*(?<half>[ap]m))?)?";
  private static final String ZONE =
      "\\s*(?<zone>[a-z]{1,5})?\\s*(?:(?<sign>[+-])(?<zoneHour>\\d{1,2}):?(?<zoneMinute>\\d{2})?)?(?:\\s*\\(.*\\))?";
  private static final String WEEKDAY = "(?:[a-z]{2,9}\\.?,?\\s*)?";
  private static final String MONTH = "(?<month>[a-z]{3,9})\\.?";

  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              WEEKDAY
                  + "(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+"
                  + MONTH
                  + "[\\s,-]+(?<year>\\d{4}|\\d{2})"
                  + TIME
                  + ZONE),
          Pattern.compile(
              WEEKDAY
                  + MONTH
                  + "\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})"
                  + TIME
                  + ZONE),
          Pattern.compile(
              WEEKDAY + MONTH + "\\s+(?<day>\\d{1,2})" + TIME + ZONE + "\\s+(?<year>\\d{4})"));

  private static final Pattern SHORT_ISO = Pattern.compile("(\\d{4})(?:-(\\d{2}))?");

  private FeedDate() {}

  /// The instant; null when there is none or it cannot be read.
  static @Nullable Instant parse(@Nullable String date) {
    if (date == null || date.length() > 100) {
      return null;
    }
    var iso = WireDate.parse(date);
    if (iso != null) {
      return iso;
    }
    var brief = SHORT_ISO.matcher(date.strip());
    if (brief.matches()) {
      return WireDate.parse(
          brief.group(1) + "-" + (brief.group(2) == null ? "01" : brief.group(2)) + "-01");
    }
    for (var form : FORMS) {
      var written = form.matcher(date.strip().toLowerCase(Locale.ROOT));
      if (written.matches()) {
        return instant(written);
      }
    }
    return null;
  }

  private static @Nullable Instant instant(Matcher written) {
    var month = MONTHS.indexOf(written.group("month").substring(0, 3)) + 1;
    try {
      var day = LocalDateTime.of(year(written.group("year")), month, number(written, "day"), 0, 0);
      var time =
          day.plusHours(hour(written))
              .plusMinutes(number(written, "minute"))
              .plusSeconds(number(written, "second"));
      return WireDate.plausible(time.toInstant(offset(written)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int year(String digits) {
    var year = Integer.parseInt(digits);
    return digits.length() == 4 ? year : year + (year < 70 ? 2000 : 1900);
  }

  private static int hour(Matcher written) {
    var hour = number(written, "hour");
    var half = written.group("half");
    return half == null ? hour : hour % 12 + (half.equals("pm") ? 12 : 0);
  }

  private static ZoneOffset offset(Matcher written) {
    if (written.group("sign") != null) {
      var sign = written.group("sign").equals("-") ? -1 : 1;
      return ZoneOffset.ofHoursMinutes(
          sign * number(written, "zoneHour"), sign * number(written, "zoneMinute"));
    }
    var zone = written.group("zone");
    return ZoneOffset.ofHours(zone == null ? 0 : ZONES.getOrDefault(zone, 0));
  }

  private static int number(Matcher written, String group) {
    var digits = written.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
