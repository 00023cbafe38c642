package newsroom.ingest.format.anpa1312;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsroom.ingest.format.WireDate;
import org.jspecify.annotations.Nullable;

/// The line behind a text: whose it is and when it was filed, `AB-WF-11-13-26 1509GMT`, month
/// before day; where the time comes first, the day comes before the month: `AB-21:37-09-12-26`.
///
/// @param at when it was filed
/// @param day year, month and day of it, as written
record TimeOfFiling(@Nullable Instant at, @Nullable String day) {

  private static final TimeOfFiling UNKNOWN = new TimeOfFiling(null, null);

  private static final String AGENCY = "(?:[A-Za-z]{1,6}-){1,3}";
  private static final String TAIL = "\\h*([A-Za-z]{3,4})?\\h*<?";
  private static final Pattern DATE_FIRST =
      Pattern.compile(
          AGENCY
              + "(?<month>\\d{1,2})-(?<day>\\d{1,2})-(?<year>\\d{4}|\\d{2})"
              + "\\h+(?<hour>\\d{2}):?(?<minute>\\d{2})"
              + TAIL);
  private static final Pattern TIME_FIRST =
      Pattern.compile(
          AGENCY
              + "(?<hour>\\d{2}):(?<minute>\\d{2})-(?<day>\\d{1,2})-(?<month>\\d{1,2})"
              + "-(?<year>\\d{4}|\\d{2})"
              + TAIL);

  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("GMT", 0),
          Map.entry("UTC", 0),
          Map.entry("AST", -4),
          Map.entry("ADT", -3),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("JST", 9));

  static boolean is(String line) {
    return line.length() < 60 && written(line) != null;
  }

  /// Reads the line.
  ///
  /// @param zone where a time without a zone was written
  static TimeOfFiling of(String line, ZoneId zone) {
    var written = line.length() < 60 ? written(line) : null;
    if (written == null) {
      return UNKNOWN;
    }
    var year = Integer.parseInt(written.group("year"));
    try {
      var time =
          LocalDateTime.of(
              year < 100 ? year + (year < 70 ? 2000 : 1900) : year,
              Integer.parseInt(written.group("month")),
              Integer.parseInt(written.group("day")),
              Integer.parseInt(written.group("hour")),
              Integer.parseInt(written.group("minute")));
      var offset = written.group(6) == null ? null : ZONES.get(written.group(6));
      var at = time.atZone(offset == null ? zone : ZoneOffset.ofHours(offset)).toInstant();
      return new TimeOfFiling(WireDate.plausible(at), time.toLocalDate().toString());
    } catch (DateTimeException e) {
      return UNKNOWN;
    }
  }

  private static @Nullable Matcher written(String line) {
    var dateFirst = DATE_FIRST.matcher(line);
    if (dateFirst.matches()) {
      return dateFirst;
    }
    var timeFirst = TIME_FIRST.matcher(line);
    return timeFirst.matches() ? timeFirst : null;
  }
}
