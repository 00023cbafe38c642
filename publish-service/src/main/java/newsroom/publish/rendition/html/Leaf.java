package newsroom.publish.rendition.html;

import org.jspecify.annotations.Nullable;

/// One page of a list of stories that has many.
///
/// @param name what the list is of; the day itself for a day
/// @param home the list's first page, as a path below the site's root without a slash at its end
/// @param number of this page, counted from the oldest, so that it never changes; 0 for the first
/// page, which holds the newest
/// @param newer path of the page with newer stories; null on the first page
/// @param older path of the page with older stories; null on the last page
public record Leaf(
    Kind kind,
    String name,
    String home,
    int number,
    @Nullable String newer,
    @Nullable String older) {

  /// What a list gathers by.
  public enum Kind {
    SECTION,
    TOPIC,
    AUTHOR,
    DAY
  }

  /// A list that has one page.
  public static Leaf only(Kind kind, String name, String home) {
    return new Leaf(kind, name, home, 0, null, null);
  }

  /// Where this page lies.
  public String path() {
    return number == 0 ? home + "/" : page(home, number);
  }

  /// Where a page of a list lies, by its number.
  public static String page(String home, int number) {
    return home + "/page/" + number + "/";
  }
}
