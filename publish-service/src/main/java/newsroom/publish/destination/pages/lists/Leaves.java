package newsroom.publish.destination.pages.lists;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import newsroom.publish.rendition.Card;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.html.CalendarView;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.html.Leaf;
import org.jspecify.annotations.Nullable;

/// Draws pages of lists that readers see. Pages are numbered from the oldest story on. The first
/// page of a list holds the newest stories, between one and two pages full, so that a full page is
/// drawn once and left alone.
final class Leaves {

  private final Catalog catalog;
  private final Masthead masthead;
  private final Html html;
  private final SiteFiles files;

  Leaves(Catalog catalog, Masthead masthead, Html html, SiteFiles files) {
    this.catalog = catalog;
    this.masthead = masthead;
    this.html = html;
    this.files = files;
  }

  /// Draws these pages of a list, and its first one.
  void draw(String list, SortedSet<Long> due) throws IOException {
    var row = catalog.list(list).orElse(null);
    if (row == null) {
      return;
    }
    int size = Listed.size(list);
    long last = catalog.newest(list, size - 1);
    long open = last < 0 ? 0 : last / size;
    var pages = new TreeSet<>(due);
    moved(list, row.open(), open, pages);
    for (long page : pages.headSet(open)) {
      number(list, row.name(), page, open);
    }
    first(list, row.name(), open);
  }

  /// Pages that were on the first page get one of their own, or the other way round.
  private void moved(String list, long before, long open, SortedSet<Long> pages)
      throws IOException {
    if (before == open) {
      return;
    }
    catalog.open(list, open);
    for (long page = Math.max(0, Math.min(before, open) - 1); page < open; page++) {
      pages.add(page);
    }
    for (long page = open; page < before; page++) {
      files.remove(file(list, page));
    }
  }

  private void number(String list, String name, long page, long open) throws IOException {
    int size = Listed.size(list);
    var cards = catalog.cards(list, page * size, (page + 1) * size);
    if (!cards.isEmpty()) {
      write(leaf(list, name, page, open), cards);
    } else if (files.has(file(list, page))) {
      files.remove(file(list, page));
      // those beside it lead past it from now on
      beside(list, name, catalog.before(list, page * size), open);
      beside(list, name, catalog.from(list, (page + 1) * size), open);
    }
  }

  private void beside(String list, String name, long position, long open) throws IOException {
    long page = Listed.page(list, position);
    if (position >= 0 && page < open) {
      number(list, name, page, open);
    }
  }

  private void first(String list, String name, long open) throws IOException {
    int size = Listed.size(list);
    var cards = catalog.cards(list, open * size, Long.MAX_VALUE);
    var home = Listed.home(list);
    if (cards.isEmpty() && Listed.kind(list) != Leaf.Kind.SECTION) {
      files.remove(home + "/index.html");
    } else {
      write(new Leaf(Listed.kind(list), name, home, 0, null, older(list, open * size)), cards);
    }
  }

  private Leaf leaf(String list, String name, long page, long open) {
    int size = Listed.size(list);
    long newer = Listed.page(list, catalog.from(list, (page + 1) * size));
    var home = Listed.home(list);
    return new Leaf(
        Listed.kind(list),
        name,
        home,
        number(page),
        newer < open && newer > page ? Leaf.page(home, number(newer)) : home + "/",
        older(list, page * size));
  }

  private @Nullable String older(String list, long position) {
    long older = catalog.before(list, position);
    return older < 0 ? null : Leaf.page(Listed.home(list), number(Listed.page(list, older)));
  }

  private static int number(long page) {
    return Math.toIntExact(page + 1);
  }

  private static String file(String list, long page) {
    return Leaf.page(Listed.home(list), number(page)) + "index.html";
  }

  private void write(Leaf leaf, List<Card> cards) throws IOException {
    files.write(leaf.path() + "index.html", html.list(leaf, cards, masthead));
  }

  /// Draws all of the archive, one of its years or months.
  void calendar(String path) throws IOException {
    var days = catalog.days(path);
    int length = path.equals(Listed.ARCHIVE) ? "archive/2026".length() : "archive/2026/11".length();
    boolean month = path.length() == "archive/2026/11".length();
    var parts =
        month
            ? days
            : days.stream()
                .map(day -> day.path().substring(0, length))
                .distinct()
                .map(part -> new CalendarView.Part(part, null))
                .toList();
    if (parts.isEmpty() && !path.equals(Listed.ARCHIVE)) {
      files.remove(path + "/index.html");
    } else {
      files.write(path + "/index.html", html.calendar(path, parts, masthead));
    }
  }
}
