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
  private long firstFresh = -1;

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
    boolean aged = aged(now);
    long first = first(last, since);
    long end = (last + 1) * SIZE;
    if (first >= last - 1 && catalog.many(LIST, first * SIZE, end, since) <= SIZE) {
      files.write(NEWS + ".xml", sitemaps.news(fresh(first * SIZE, end, since), masthead));
      forget(Math.max(0, last));
    } else {
      var parts = new ArrayList<String>();
      for (long page = last; page >= first; page--) {
        boolean less = aged && page == first;
        if (less || due.contains(page) || !files.has(file(NEWS, page))) {
          var cards = fresh(page * SIZE, (page + 1) * SIZE, since);
          files.write(file(NEWS, page), sitemaps.news(cards, masthead));
        }
        parts.add(file(NEWS, page));
      }
      files.write(NEWS + ".xml", sitemaps.index(parts, masthead));
      forget(first - 1);
    }
    var oldest = catalog.oldest(LIST, first * SIZE, Math.min(end, (first + 2) * SIZE), since);
    oldestFresh = oldest == null ? Instant.MAX : oldest;
  }

  /// Files of news that is old by now; they lie in a row.
  private void forget(long newest) throws IOException {
    for (long page = newest; page >= 0 && files.has(file(NEWS, page)); page--) {
      files.remove(file(NEWS, page));
    }
  }

  /// The first page that still holds news. Stories come in behind all others, so a page whose news
  /// is old never holds any again: who has gone back once only goes on from there.
  private long first(long last, Instant since) {
    long first = firstFresh < 0 ? beginning(last, since) : Math.min(firstFresh, last);
    while (first < last && !fresh(first, since)) {
      first++;
    }
    firstFresh = first;
    return first;
  }

  private long beginning(long last, Instant since) {
    long first = last;
    while (first > 0 && fresh(first - 1, since)) {
      first--;
    }
    return first;
  }

  private boolean fresh(long page, Instant since) {
    return catalog.many(LIST, page * SIZE, (page + 1) * SIZE, since) > 0;
  }

  private List<Card> fresh(long from, long to, Instant since) {
    return catalog.cards(LIST, from, to, since);
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
