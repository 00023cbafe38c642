package newsroom.publish.site;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads times of day, days and their zone.
final class ReadWindow {

  private static final Pattern SPAN =
      Pattern.compile("([0-9]{1,2}:[0-9]{2})\\s*[-–]\\s*([0-9]{1,2}:[0-9]{2})");
  private static final Pattern DAYS = Pattern.compile("([a-z]{3})(?:\\s*[-–]\\s*([a-z]{3}))?");
  private static final List<String> NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private final Entry entry;
  private final ZoneId otherwise;

  ReadWindow(Entry entry, ZoneId otherwise) {
    this.entry = entry;
    this.otherwise = otherwise;
  }

  Window read(List<Condition> conditions) {
    var zone = Objects.requireNonNullElse(ReadMasthead.zone(entry), otherwise);
    var written = entry.texts("open");
    var spans = new ArrayList<Window.Span>();
    for (var text : written) {
      var span = span(text);
      if (span != null) {
        spans.add(span);
      }
    }
    if (written.isEmpty()) {
      entry.mistake("open", "is missing: times of day as \"18:00-06:00\"");
    }
    var days = days();
    var on = entry.texts("days");
    var said =
        (conditions.isEmpty() ? "it takes stories" : "it takes " + asks(conditions))
            + " only at "
            + String.join(" and ", written)
            + (on.isEmpty() ? "" : " on " + String.join(", ", on))
            + " "
            + zone;
    entry.nothingElse();
    return new Window(conditions, spans, days, zone, said);
  }

  private static String asks(List<Condition> conditions) {
    return conditions.stream().map(Condition::asks).collect(Collectors.joining(" and "));
  }

  private Window.@Nullable Span span(String text) {
    var times = SPAN.matcher(text.strip());
    try {
      if (times.matches()) {
        return new Window.Span(time(times.group(1)), time(times.group(2)));
      }
    } catch (DateTimeException e) {
      // said below
    }
    entry.mistake("open", "must be times of day as \"18:00-06:00\" (in quotes), not " + text);
    return null;
  }

  private static LocalTime time(String text) {
    return text.equals("24:00")
        ? LocalTime.MIDNIGHT
        : LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  private Set<DayOfWeek> days() {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var text : entry.texts("days")) {
      var names = DAYS.matcher(text.strip().toLowerCase(Locale.ROOT));
      int from = names.matches() ? NAMES.indexOf(names.group(1)) : -1;
      int to = from >= 0 && names.group(2) != null ? NAMES.indexOf(names.group(2)) : from;
      if (from < 0 || to < 0) {
        entry.mistake("days", "must be of " + NAMES + " or as mon-fri, not " + text);
        continue;
      }
      for (int day = from; ; day = (day + 1) % NAMES.size()) {
        days.add(DayOfWeek.of(day + 1));
        if (day == to) {
          break;
        }
      }
    }
    return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
  }
}
