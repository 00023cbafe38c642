package newsroom.publish.destination.pages.lists;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.Tag;
import newsroom.publish.rendition.html.Leaf;

/// A list that a story stands in.
///
/// @param list `section/world`, `topic/ferry`, `author/ida-fjord`, `archive/2026/11/20`, `sitemap`
/// @param name as readers know it
record Listed(String list, String name) {

  static final String SITEMAP = "sitemap";
  static final String ARCHIVE = "archive";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final int FOR_READERS = 30;
  private static final int IN_SITEMAP = 1_000;

  /// Every list of this page.
  static List<Listed> of(Page page, Masthead masthead) {
    var lists = new ArrayList<Listed>();
    lists.add(new Listed("section/" + page.section().path(), page.section().name()));
    Tag.topics(page.story())
        .forEach(tag -> lists.add(new Listed("topic/" + tag.path(), tag.name())));
    Tag.authors(page.story())
        .forEach(tag -> lists.add(new Listed("author/" + tag.path(), tag.name())));
    var day = DAY.format(page.posted().atZone(masthead.zone()));
    lists.add(new Listed(ARCHIVE + "/" + day, day.replace('/', '-')));
    lists.add(new Listed(SITEMAP, SITEMAP));
    return lists;
  }

  /// How many stories a full page of this list holds.
  static int size(String list) {
    return list.equals(SITEMAP) ? IN_SITEMAP : FOR_READERS;
  }

  static long page(String list, long position) {
    return position / size(list);
  }

  /// Whether this is a month, a year or all of the archive.
  static boolean calendar(String list) {
    return list.equals(ARCHIVE)
        || (list.startsWith(ARCHIVE + "/") && list.chars().filter(it -> it == '/').count() < 3);
  }

  static boolean day(String list) {
    return list.startsWith(ARCHIVE + "/") && !calendar(list);
  }

  static Leaf.Kind kind(String list) {
    return switch (list.substring(0, list.indexOf('/'))) {
      case "section" -> Leaf.Kind.SECTION;
      case "topic" -> Leaf.Kind.TOPIC;
      case "author" -> Leaf.Kind.AUTHOR;
      default -> Leaf.Kind.DAY;
    };
  }

  /// Where the list lies below the site's root.
  static String home(String list) {
    return list.startsWith("section/") ? list.substring("section/".length()) : list;
  }
}
