package newsroom.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the ISO 8601 dates of wires: `20260709T103700+0200`, `2026-07-09T10:37:00.5Z`, `2026-07-09
/// 10:37`, `2026-07-09`.
public final class WireDate {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})"
              + "(?:[Tt\\s]\\s*(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?)?"
              + "\\s*(?:([Zz]|UTC|GMT)|([+-])(\\d{2}):?(\\d{2})?)?");
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  private WireDate() {}

  /// The instant; null when there is none or it cannot be read. A date without an offset is read in
  /// UTC.
  public static @Nullable Instant parse(@Nullable String date) {
    return parse(date, ZoneOffset.UTC);
  }

  /// The instant; null when there is none or it cannot be read.
  ///
  /// @param zone where a date without an offset was written; of an hour that a change of clocks
  ///     repeats the first is meant, and one that it skips is moved on by as much
  public static @Nullable Instant parse(@Nullable String date, ZoneId zone) {
    if (date == null) {
      return null;
    }
    var iso = ISO.matcher(date.strip());
    if (!iso.matches()) {
      return null;
    }
    try {
      var day = LocalDateTime.of(number(iso, 1), number(iso, 2), number(iso, 3), 0, 0);
      var time =
          day.plusHours(within(number(iso, 4), 24))
              .plusMinutes(within(number(iso, 5), 59))
              .plusSeconds(within(number(iso, 6), 60));
      return plausible(time.plusNanos(nanos(iso.group(7))).atZone(zoneOf(iso, zone)).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// The instant, or null for one that no wire means: programs write their least and greatest date
  /// where they have none, and with an offset that falls out of what databases can keep.
  public static @Nullable Instant plausible(Instant date) {
    return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : date;
  }

  /// The first of the dates that can be read; those without an offset in UTC.
  public static @Nullable Instant first(@Nullable String... dates) {
    return first(ZoneOffset.UTC, dates);
  }

  /// The first of the dates that can be read.
  ///
  /// @param zone where a date without an offset was written
  public static @Nullable Instant first(ZoneId zone, @Nullable String... dates) {
    for (var date : dates) {
      var instant = parse(date, zone);
      if (instant != null) {
        return instant;
      }
    }
    return null;
  }

  private static int number(Matcher iso, int group) {
    var digits = iso.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int within(int number, int most) {
    if (number > most) {
      throw new DateTimeException(number + " is more than " + most);
    }
    return number;
  }

  private static long nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
  }

  private static ZoneId zoneOf(Matcher iso, ZoneId zone) {
    return iso.group(8) == null && iso.group(9) == null ? zone : offset(iso);
  }

  private static ZoneOffset offset(Matcher iso) {
    var sign = "-".equals(iso.group(9)) ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * number(iso, 10), sign * number(iso, 11));
  }
}
