package newsroom.publish.destination.pages.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import newsroom.publish.destination.Shelf;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.sitemap.Sitemaps;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The lists of one site, kept up to date turn by turn.
public final class Lists {

  // with the look of the pages: raise it when a template changes, and all are drawn again
  private static final int LOOK = 1;
  private static final int LEARN = 200;
  private static final int DRAW = 64;
  private static final Duration SOON = Duration.ofMillis(100);
  private static final int SOON_TIMES = 4;
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final Catalog catalog;
  private final Learning learning;
  private final Leaves leaves;
  private final Maps maps;
  private final Masthead masthead;
  private final Html html;
  private final Clock clock;
  private final Semaphore hand;
  private boolean begun;
  private volatile int looks;

  private Lists(Desk desk, Site site) {
    this.catalog = new Catalog(desk.jdbc, desk.transaction, site.destination(), site.masthead());
    this.masthead = site.masthead();
    this.learning = new Learning(catalog, masthead, site.shelf());
    this.leaves = new Leaves(catalog, masthead, desk.html, site.files());
    this.maps = new Maps(catalog, masthead, desk.sitemaps, site.files());
    this.html = desk.html;
    this.clock = desk.clock;
    this.hand = desk.hand;
  }

  /// Whose lists they are.
  public record Site(String destination, Masthead masthead, Shelf shelf, SiteFiles files) {}

  /// Makes lists. Of all sites one is drawn at a time: stories that are carried go first.
  @Component
  public static final class Desk {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Html html;
    private final Sitemaps sitemaps;
    private final Semaphore hand = new Semaphore(1, true);

    public Desk(
        JdbcTemplate jdbc,
        TransactionTemplate transaction,
        Clock clock,
        Html html,
        Sitemaps sitemaps) {
      this.jdbc = jdbc;
      this.transaction = transaction;
      this.clock = clock;
      this.html = html;
      this.sitemaps = sitemaps;
    }

    /// The lists of a site.
    public Lists of(Site site) {
      return new Lists(this, site);
    }
  }

  /// Something was carried, of which the ledger knows in a moment.
  public void wake() {
    looks = SOON_TIMES;
  }

  /// What was taken down within a week, for feeds.
  public List<Gone> gone(int most) {
    return catalog.gone(clock.instant().minus(Duration.ofDays(7)), most);
  }

  /// What a turn came to.
  ///
  /// @param next when to come back at the latest
  /// @param gone stories of which feeds are to say that they are gone
  public record Turn(Duration next, int gone) {}

  /// Learns and draws; called by one thread at a time.
  public Turn turn() throws IOException {
    hand.acquireUninterruptibly();
    long began = System.nanoTime();
    try {
      if (!begun) {
        if (!catalog.exists()) {
          return new Turn(SOON, 0);
        }
        begin();
      }
      var learnt = learning.learn(LEARN, clock.instant());
      int drawn = draw();
      var took = Duration.ofNanos(System.nanoTime() - began);
      boolean more = learnt.stories() == LEARN || drawn == DRAW;
      return new Turn(next(more, learnt.stories() + drawn, took), learnt.gone());
    } finally {
      hand.release();
    }
  }

  /// A third of the time at most goes into lists.
  private Duration next(boolean more, int done, Duration took) {
    var rest = took.multipliedBy(2);
    if (!more && done == 0 && looks == 0) {
      return QUIET;
    }
    looks = done > 0 ? 1 : Math.max(0, looks - 1);
    return rest.compareTo(SOON) > 0 || more ? rest : SOON;
  }

  private void begin() {
    var look =
        LOOK
            + " "
            + Integer.toHexString(masthead.toString().hashCode())
            + html.assets(masthead).keySet();
    catalog.alone(
        () -> {
          var beginning = new Beginning(catalog);
          beginning.begin(look);
          masthead.sections().forEach(beginning::section);
          catalog.due(Set.of(Listed.SITEMAP), Set.of(0L));
          catalog.due(Set.of(Listed.ARCHIVE), Set.of(0L));
          return true;
        });
    begun = true;
  }

  private int draw() throws IOException {
    try {
      return catalog.alone(this::drawAlone);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private int drawAlone() {
    try {
      var due = catalog.takeDue(DRAW);
      var now = clock.instant();
      if (maps.aged(now)) {
        due.computeIfAbsent(Listed.SITEMAP, _ -> new TreeSet<>());
      }
      int drawn = 0;
      for (Map.Entry<String, SortedSet<Long>> list : due.entrySet()) {
        draw(list.getKey(), list.getValue(), now);
        drawn += list.getValue().size();
      }
      return drawn;
    } catch (IOException e) {
      // nothing is forgotten: the transaction ends without having been
      throw new UncheckedIOException(e);
    }
  }

  private void draw(String list, SortedSet<Long> pages, Instant now) throws IOException {
    if (list.equals(Listed.SITEMAP)) {
      maps.draw(pages, now);
    } else if (Listed.calendar(list)) {
      leaves.calendar(list);
    } else {
      leaves.draw(list, pages);
    }
  }
}
