package newsroom.publish.site;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Times at which a site lets stories go up.
///
/// @param conditions of stories that are meant; empty for all
/// @param spans open at any of these
/// @param days on which a span begins
/// @param written as in the file, for people
record Window(
    List<Condition> conditions,
    List<Span> spans,
    Set<DayOfWeek> days,
    ZoneId zone,
    String written) {

  private static final int A_WEEK_AND_MORE = 8;

  /// From one time of day to another, past midnight where that is not later.
  record Span(LocalTime from, LocalTime to) {

    private Instant start(LocalDate day, ZoneId zone) {
      return day.atTime(from).atZone(zone).toInstant();
    }

    private Instant end(LocalDate day, ZoneId zone) {
      return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(zone).toInstant();
    }
  }

  boolean meant(Facts facts) {
    return conditions.stream().allMatch(it -> it.holds(facts));
  }

  /// When it opens next: this moment where it is open.
  Instant opens(Instant now) {
    var today = now.atZone(zone).toLocalDate();
    var next = Instant.MAX;
    for (int i = -1; i <= A_WEEK_AND_MORE; i++) {
      var day = today.plusDays(i);
      if (!days.contains(day.getDayOfWeek())) {
        continue;
      }
      for (var span : spans) {
        var start = span.start(day, zone);
        if (!start.isAfter(now) && now.isBefore(span.end(day, zone))) {
          return now;
        }
        if (start.isAfter(now) && start.isBefore(next)) {
          next = start;
        }
      }
    }
    return next;
  }

  String rule() {
    return written;
  }
}
