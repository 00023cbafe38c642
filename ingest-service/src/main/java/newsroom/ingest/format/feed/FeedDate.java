package newsroom.ingest.format.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsroom.ingest.format.WireDate;
import org.jspecify.annotations.Nullable;

/// Reads the dates of feeds: ISO 8601 whole or in part, RFC 822 and what is written in its stead:
/// `Thu, 01 Jan 04 19:48 +02:00`, `1. Januar 2004`, `Thu Jan 1 19:48:21 2004`, `Jan 1, 2004 7:48 PM
/// EST`, `2004년 1월 1일 오후 7:48`, `2004-július-13T9:15`, seconds since 1970. The weekday is not
/// asked: it is wrong as often as it is right.
final class FeedDate {

  private static final String TIME =
      "(?:[,\\st]+(?:at\\s+|um\\s+|kl\\.?\\s*|à\\s+)?(?<early>午前|上午|오전|午後|下午|오후)?\\s*"
          + "(?<hour>\\d{1,2})\\s?[:.h時시点时]\\s?(?<minute>\\d{1,2})"
          + "(?:[:.分분]\\s?(?<second>\\d{1,2})(?:[.,]\\d+)?[秒초]?)?\\s*분?\\s*(?<half>[ap]\\.?m\\.?)?)?";
  private static final String ZONE =
      "\\s*(?<zone>[a-z][a-z/_]{0,31})?\\s*"
          + "(?:(?<sign>[+-])(?<zoneHour>\\d{1,2}):?(?<zoneMinute>\\d{2})?)?(?:\\s*\\(.*\\))?";
  private static final String WEEKDAY = "(?:[\\p{L}\\p{M}]{1,12}(?![\\p{L}\\p{M}])\\.?\\s*,?\\s*)?";
  private static final String MONTH = "(?<month>\\p{L}[\\p{L}\\p{M}]{2,14})\\.?";
  private static final String YEAR = "(?<year>\\d{2,4})";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.|º|er)?";

  private static final List<Pattern> FORMS =
      List.of(
          form(
              WEEKDAY
                  + DAY
                  + "[\\s-]*(?:de\\s+)?"
                  + MONTH
                  + "[\\s,-]+(?:de\\s+)?"
                  + YEAR
                  + TIME
                  + ZONE),
          form(WEEKDAY + MONTH + "\\s+" + DAY + ",?\\s+(?<year>\\d{4})" + TIME + ZONE),
          form(WEEKDAY + MONTH + "\\s+" + DAY + TIME + ZONE + "\\s+(?<year>\\d{4})"),
          form(
              "(?<year>\\d{4})[-/.](?<month>\\d{1,2}|\\p{L}[\\p{L}\\p{M}]{2,14})[-/.]"
                  + DAY
                  + TIME
                  + ZONE),
          form(
              "(?<year>\\d{4})\\s*[年년]\\s*(?<month>\\d{1,2})\\s*[月월]\\s*(?<day>\\d{1,2})\\s*[日일]"
                  + TIME
                  + ZONE),
          form(
              WEEKDAY
                  + "(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>\\d{4})"
                  + TIME
                  + ZONE));

  private static final Pattern DAY_OF_YEAR = Pattern.compile("(\\d{4})-?(\\d{3})");
  private static final Pattern IN_PART = Pattern.compile("(\\d{4})(?:-(\\d{2}))?");
  private static final Pattern IN_ONE = Pattern.compile("(\\d{8})(\\d{6})(?:\\d{3})?");
  private static final Pattern SINCE_1970 = Pattern.compile("(\\d{9,10})(\\d{3})?(?:\\.\\d+)?");

  private FeedDate() {}

  /// The instant; null when there is none or it cannot be read.
  ///
  /// @param zone where a date that names no zone was written
  static @Nullable Instant parse(@Nullable String date, ZoneId zone) {
    if (date == null || date.length() > 200 || date.isBlank()) {
      return null;
    }
    var written = date.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    var iso = WireDate.parse(written, zone);
    if (iso != null || written.length() > 80) {
      return iso;
    }
    try {
      var numbers = numbers(written, zone);
      return numbers == null ? words(written, zone) : WireDate.plausible(numbers);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Pattern form(String form) {
    return Pattern.compile(form);
  }

  private static @Nullable Instant numbers(String written, ZoneId zone) {
    var part = IN_PART.matcher(written);
    if (part.matches()) {
      var month = part.group(2) == null ? 1 : Integer.parseInt(part.group(2));
      return LocalDate.of(Integer.parseInt(part.group(1)), month, 1).atStartOfDay(zone).toInstant();
    }
    var day = DAY_OF_YEAR.matcher(written);
    if (day.matches()) {
      return LocalDate.ofYearDay(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)))
          .atStartOfDay(zone)
          .toInstant();
    }
    var one = IN_ONE.matcher(written);
    if (one.matches()) {
      var instant = WireDate.parse(one.group(1) + "T" + one.group(2), zone);
      if (instant != null) {
        return instant;
      }
    }
    var seconds = SINCE_1970.matcher(written);
    return seconds.matches() ? Instant.ofEpochSecond(Long.parseLong(seconds.group(1))) : null;
  }

  private static @Nullable Instant words(String written, ZoneId zone) {
    for (var form : FORMS) {
      var found = form.matcher(written);
      if (found.matches()) {
        return instant(found, zone);
      }
    }
    return null;
  }

  private static @Nullable Instant instant(Matcher written, ZoneId zone) {
    var month = month(written.group("month"));
    if (month == 0) {
      return null;
    }
    var day = LocalDateTime.of(year(written.group("year")), month, number(written, "day"), 0, 0);
    var time =
        day.plusHours(within(hour(written), 24))
            .plusMinutes(within(number(written, "minute"), 59))
            .plusSeconds(within(number(written, "second"), 60));
    return WireDate.plausible(time.atZone(zone(written, zone)).toInstant());
  }

  private static int month(String month) {
    return Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : MonthNames.number(month);
  }

  /// As RFC 2822 reads years of two and three digits.
  private static int year(String digits) {
    var year = Integer.parseInt(digits);
    return switch (digits.length()) {
      case 2 -> year + (year < 50 ? 2000 : 1900);
      case 3 -> year + 1900;
      default -> year;
    };
  }

  private static int hour(Matcher written) {
    var hour = number(written, "hour");
    var half = written.group("half");
    var early = written.group("early");
    if (half == null && early == null) {
      return hour;
    }
    var late = half == null ? "午後下午오후".contains(String.valueOf(early)) : half.startsWith("p");
    return hour > 12 ? hour : hour % 12 + (late ? 12 : 0);
  }

  private static ZoneId zone(Matcher written, ZoneId zone) {
    if (written.group("sign") != null) {
      return Zones.offset(
          written.group("sign"), number(written, "zoneHour"), number(written, "zoneMinute"));
    }
    return Zones.named(written.group("zone"), zone);
  }

  private static int number(Matcher written, String group) {
    var digits = written.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int within(int number, int most) {
    if (number > most) {
      throw new DateTimeException(number + " is more than " + most);
    }
    return number;
  }
}
