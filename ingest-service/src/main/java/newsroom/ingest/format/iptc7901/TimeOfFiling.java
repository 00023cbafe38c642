package newsroom.ingest.format.iptc7901;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsroom.ingest.format.WireDate;
import org.jspecify.annotations.Nullable;

/// The date-time group behind a text: day, hour and minute, and as many agencies have it a zone, a
/// month in their own language and a year: `251037`, `251037 GMT Sep 26`, `251037 okt 26`.
///
/// What is not written comes from the wire's arrival: the latest month in which the day and time
/// were not yet ahead by more than a day.
///
/// @param day as written, with the month and year where they are written; with hour and minute
///     where they are not, so that two months never look alike
record TimeOfFiling(@Nullable Instant at, @Nullable String day) {

  private static final TimeOfFiling UNKNOWN = new TimeOfFiling(null, null);
  private static final Duration AHEAD = Duration.ofDays(1);
  private static final int MONTHS_BACK = 12;

  private static final Pattern GROUP =
      Pattern.compile(
          "(\\d{2})(\\d{2})(\\d{2})\\h*(Z|[A-Z]{3,4}\\b)?"
              + "(?:\\h*(\\p{L}{3,10})\\.?(?:\\h+(\\d{4}|\\d{2}))?)?\\h*");

  /// By their first letters, in the languages of Europe's agencies.
  private static final List<Set<String>> MONTHS =
      List.of(
          Set.of("jan", "ene", "gen", "jän"),
          Set.of("feb", "fév", "fev", "fèv"),
          Set.of("mar", "mär", "mrz", "maa", "mrt", "mae"),
          Set.of("apr", "avr", "abr"),
          Set.of("may", "mai", "mag", "maj", "mei"),
          Set.of("jun", "juin", "giu"),
          Set.of("jul", "juil", "lug"),
          Set.of("aug", "aoû", "aou", "ago"),
          Set.of("sep", "set"),
          Set.of("oct", "okt", "ott", "out"),
          Set.of("nov"),
          Set.of("dec", "dez", "déc", "dic", "des"));

  static boolean is(String line) {
    return line.length() < 40 && GROUP.matcher(line).matches();
  }

  /// Reads the line behind the text.
  ///
  /// @param zone where a time without a zone was written
  static TimeOfFiling of(String line, ZoneId zone, Instant received) {
    var group = GROUP.matcher(line.substring(0, Math.min(60, line.length())));
    if (!group.matches()) {
      return UNKNOWN;
    }
    // a zone that nobody writes may be a month in capitals
    var month = month(group.group(5) == null ? group.group(4) : group.group(5));
    var in = zone(group.group(4), zone);
    var year = group.group(6);
    try {
      var at = month == 0 ? latest(group, in, received) : in(group, month, year, in, received);
      return new TimeOfFiling(
          WireDate.plausible(at),
          month == 0
              ? group.group(1) + group.group(2) + group.group(3)
              : group.group(1) + '-' + month + '-' + (year == null ? "" : year));
    } catch (DateTimeException e) {
      return UNKNOWN;
    }
  }

  private static Instant in(
      Matcher group, int month, @Nullable String year, ZoneId zone, Instant received) {
    if (year != null) {
      var full = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
      return at(YearMonth.of(full, month), group, zone);
    }
    var here = YearMonth.from(received.atZone(zone)).getYear();
    var thisYear = at(YearMonth.of(here, month), group, zone);
    return thisYear.isAfter(received.plus(AHEAD))
        ? at(YearMonth.of(here - 1, month), group, zone)
        : thisYear;
  }

  private static Instant latest(Matcher group, ZoneId zone, Instant received) {
    // on the last day of a month it may be the next one's first elsewhere
    var month = YearMonth.from(received.plus(AHEAD).atZone(zone));
    for (var back = 0; back < MONTHS_BACK; back++) {
      var candidate = month.minusMonths(back);
      if (Integer.parseInt(group.group(1)) <= candidate.lengthOfMonth()) {
        var at = at(candidate, group, zone);
        if (!at.isAfter(received.plus(AHEAD))) {
          return at;
        }
      }
    }
    throw new DateTimeException("no month has this day");
  }

  private static Instant at(YearMonth month, Matcher group, ZoneId zone) {
    return LocalDateTime.of(
            month.getYear(),
            month.getMonth(),
            Integer.parseInt(group.group(1)),
            Integer.parseInt(group.group(2)),
            Integer.parseInt(group.group(3)))
        .atZone(zone)
        .toInstant();
  }

  private static int month(@Nullable String name) {
    if (name == null) {
      return 0;
    }
    var small = name.toLowerCase(Locale.ROOT);
    for (var month = 0; month < MONTHS.size(); month++) {
      if (MONTHS.get(month).stream().anyMatch(small::startsWith)) {
        return month + 1;
      }
    }
    return 0;
  }

  private static ZoneId zone(@Nullable String name, ZoneId zone) {
    return switch (name == null ? "" : name) {
      case "GMT", "UTC", "Z" -> ZoneOffset.UTC;
      case "BST", "CET", "MEZ" -> ZoneOffset.ofHours(1);
      case "CEST", "MESZ" -> ZoneOffset.ofHours(2);
      default -> zone;
    };
  }
}
