package newsroom.publish.rendition.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a page of the archive shows that leads to days: all years, a year or a month.
///
/// @param path below the site's root, ends in `/`
/// @param up what this is a part of
public record CalendarView(
    Furniture site, String path, String heading, List<Link> up, List<Link> parts) {

  private static final String ROOT = "archive";

  /// A year, month or day of which there is something.
  ///
  /// @param path below the site's root, as `archive/2026/11`
  /// @param stories how many; null where they are not counted
  public record Part(String path, @Nullable Long stories) {}

  /// A year, month or day as readers see it.
  public record Link(String href, String name, @Nullable Long stories) {}

  static CalendarView of(String path, List<Part> parts, Furniture site) {
    List<Link> up = new ArrayList<>();
    for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
      up.add(link(new Part(path.substring(0, end), null), site, true));
    }
    List<Link> links = parts.stream().map(part -> link(part, site, false)).toList();
    return new CalendarView(site, path + "/", name(path, site.words(), true), up, links);
  }

  private static Link link(Part part, Furniture site, boolean whole) {
    return new Link(
        site.path(part.path() + "/"), name(part.path(), site.words(), whole), part.stories());
  }

  /// @param whole with month and year; else as in a list of a year's months
  private static String name(String path, Words words, boolean whole) {
    if (path.equals(ROOT)) {
      return words.say("archive");
    }
    String[] date = path.substring(ROOT.length() + 1).split("/", -1);
    if (date.length == 1) {
      return date[0];
    }
    LocalDate first =
        LocalDate.of(
            Integer.parseInt(date[0]),
            Integer.parseInt(date[1]),
            date.length == 2 ? 1 : Integer.parseInt(date[2]));
    String form = date.length == 3 ? "day" : whole ? "month" : "month-alone";
    return capital(words.date(form).format(first));
  }

  /// A name that begins a line, also where it is written small within one.
  static String capital(String name) {
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
  }
}
