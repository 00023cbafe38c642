package newsroom.publish.destination.pages.lists;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newsroom.publish.rendition.Card;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.sitemap.Sitemaps;

/// Draws a site's sitemaps: one of all stories in files of a thousand, one of the news of two days.
/// All lie at the site's root: a sitemap may only name what lies beside or below it.
final class Maps {

  static final Duration FRESH = Duration.ofDays(2);

  private static final String LIST = Listed.SITEMAP;
  private static final int SIZE = Listed.size(LIST);
  private static final String NEWS = "news-sitemap";

  private final Catalog catalog;
  private final Masthead masthead;
  private final Sitemaps sitemaps;
  private final SiteFiles files;
  private Instant oldestFresh = Instant.EPOCH;

  Maps(Catalog catalog, Masthead masthead, Sitemaps sitemaps, SiteFiles files) {
    this.catalog = catalog;
    this.masthead = masthead;
    this.sitemaps = sitemaps;
    this.files = files;
  }

  /// Whether news has become old since the last look.
  boolean aged(Instant now) {
    return oldestFresh.isBefore(now.minus(FRESH));
  }

  /// Draws the files of these pages, and those that list all files.
  void draw(Set<Long> due, Instant now) throws IOException {
    for (long page : due) {
      var cards = cards(page);
      if (cards.isEmpty()) {
        files.remove(file(LIST, page));
      } else {
        files.write(file(LIST, page), sitemaps.stories(cards, masthead));
      }
    }
    long last = last();
    var parts = new ArrayList<String>(List.of(LIST + "-site.xml"));
    for (long page = 0; page <= last; page++) {
      if (files.has(file(LIST, page))) {
        parts.add(file(LIST, page));
      }
    }
    files.write(LIST + "-site.xml", sitemaps.site(masthead));
    files.write(LIST + ".xml", sitemaps.index(parts, masthead));
    news(due, last, now);
  }

  private void news(Set<Long> due, long last, Instant now) throws IOException {
    var since = now.minus(FRESH);
    long first = first(last, since);
    var oldest = fresh(first, since);
    oldestFresh = oldest.isEmpty() ? Instant.MAX : oldest.getLast().posted();
    if (first >= last || (first == last - 1 && fits(oldest, last, since))) {
      var all = new ArrayList<>(first == last ? List.<Card>of() : fresh(last, since));
      all.addAll(oldest);
      files.write(NEWS + ".xml", sitemaps.news(all, masthead));
      forget(Math.max(0, last));
      return;
    }
    var parts = new ArrayList<String>();
    for (long page = last; page >= first; page--) {
      if (page == first || due.contains(page) || !files.has(file(NEWS, page))) {
        files.write(file(NEWS, page), sitemaps.news(fresh(page, since), masthead));
      }
      parts.add(file(NEWS, page));
    }
    files.write(NEWS + ".xml", sitemaps.index(parts, masthead));
    forget(first - 1);
  }

  private boolean fits(List<Card> oldest, long last, Instant since) {
    return oldest.size() + fresh(last, since).size() <= SIZE;
  }

  /// Files of news that is old by now; they lie in a row.
  private void forget(long newest) throws IOException {
    for (long page = newest; page >= 0 && files.has(file(NEWS, page)); page--) {
      files.remove(file(NEWS, page));
    }
  }

  /// The first page that still holds news.
  private long first(long last, Instant since) {
    long first = last;
    while (first > 0) {
      var newest = catalog.posted(LIST, (first - 1) * SIZE, first * SIZE);
      if (newest == null || newest.isBefore(since)) {
        break;
      }
      first--;
    }
    return first;
  }

  private List<Card> fresh(long page, Instant since) {
    return cards(page).stream().filter(card -> !card.posted().isBefore(since)).toList();
  }

  private List<Card> cards(long page) {
    return catalog.cards(LIST, page * SIZE, (page + 1) * SIZE);
  }

  private long last() {
    return catalog.list(LIST).map(row -> Math.max(0, row.next() - 1) / SIZE).orElse(0L);
  }

  private static String file(String name, long page) {
    return name + "-" + (page + 1) + ".xml";
  }
}
