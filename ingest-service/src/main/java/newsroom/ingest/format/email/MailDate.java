package newsroom.ingest.format.email;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsroom.ingest.format.WireDate;
import org.jspecify.annotations.Nullable;

/// Reads the dates of RFC 5322 and those of its elders: `Thu, 5 Feb 2026 19:48:00 +0100 (CET)`,
/// `5 Feb 99 19:48 EST`.
final class MailDate {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> ZONES =
      Map.of(
          "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "mdt", -6, "pst", -8, "pdt", -7);
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\p{Alpha}{3,9}\\.?,?\\s*)?(?<day>\\d{1,2})[\\s-]+(?<month>\\p{Alpha}{3,9})\\.?[\\s-]+"
              + "(?<year>\\d{2,4})\\s+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?"
              + "\\s*(?:(?<sign>[+-])(?<zoneHour>\\d{2}):?(?<zoneMinute>\\d{2})|(?<zone>\\p{Alpha}{1,5}))?"
              + "\\s*(?:\\(.*)?");

  private MailDate() {}

  /// The instant; null when there is none or it cannot be read.
  ///
  /// @param zone where a date that names no zone was written
  static @Nullable Instant parse(@Nullable String date, ZoneId zone) {
    if (date == null || date.length() > 100) {
      return null;
    }
    var written = FORM.matcher(date.strip());
    if (!written.matches()) {
      return WireDate.parse(date, zone);
    }
    var month = MONTHS.indexOf(written.group("month").substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    try {
      var time =
          LocalDateTime.of(
              year(written.group("year")),
              month,
              number(written, "day"),
              number(written, "hour"),
              number(written, "minute"),
              Math.min(59, number(written, "second")));
      return WireDate.plausible(time.atZone(zone(written, zone)).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// RFC 5322, 4.3.
  private static int year(String digits) {
    var year = Integer.parseInt(digits);
    return switch (digits.length()) {
      case 2 -> year + (year < 50 ? 2000 : 1900);
      case 3 -> year + 1900;
      default -> year;
    };
  }

  private static ZoneId zone(Matcher written, ZoneId zone) {
    if (written.group("sign") != null) {
      var sign = written.group("sign").equals("-") ? -1 : 1;
      return ZoneOffset.ofHoursMinutes(
          sign * number(written, "zoneHour"), sign * number(written, "zoneMinute"));
    }
    var name = written.group("zone");
    return name == null
        ? zone
        : ZoneOffset.ofHours(ZONES.getOrDefault(name.toLowerCase(Locale.ROOT), 0));
  }

  private static int number(Matcher written, String group) {
    var digits = written.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
