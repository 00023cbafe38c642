package newsroom.publish.destination.pages;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import newsroom.publish.TestDatabase;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.LedgerShelf;
import newsroom.publish.destination.pages.lists.Lists;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.atom.Atom;
import newsroom.publish.rendition.feed.Feeds;
import newsroom.publish.rendition.html.Html;
import newsroom.publish.rendition.ninjs.Ninjs;
import newsroom.publish.rendition.sitemap.Sitemaps;
import newsroom.publish.watch.Loops;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens sites of pages on a real database. What a test puts on the shelf is noted for the lists as
/// the ledger notes it.
public final class Bench {

  public static final String NAME = "harbor/pages";

  private final JdbcTemplate jdbc;
  private final PagesKind kind;

  public Bench(Clock clock) {
    DataSource source = TestDatabase.empty();
    jdbc = new JdbcTemplate(source);
    jdbc.execute(
        "truncate publish.list_site, publish.list_change, publish.list_card, publish.list,"
            + " publish.list_entry, publish.list_due, publish.list_gone");
    var html = new Html();
    var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    kind =
        new PagesKind(
            new Renditions(html, new Feeds(html), new Atom(html), new Ninjs(html)),
            new Lists.Desk(jdbc, transaction, clock, html, new Sitemaps()),
            clock,
            new Loops());
  }

  PagesKind kind() {
    return kind;
  }

  /// Notes for the lists of this destination whatever is settled on the shelf from now on.
  public void watch(LedgerShelf shelf) {
    shelf.settled = (uri, posted) -> note(uri, posted.toString());
  }

  private void note(String uri, String posted) {
    jdbc.update(
        "insert into publish.list_change values (?, ?, ?::timestamptz) on conflict do nothing",
        NAME,
        uri,
        posted);
  }

  /// A site in this folder.
  public Destination open(Path folder, Masthead masthead, LedgerShelf shelf, String... settings) {
    Map<String, String> all = new HashMap<>(Map.of("folder", folder.toString()));
    for (int index = 0; index < settings.length; index += 2) {
      all.put(settings[index], settings[index + 1]);
    }
    return kind.open(NAME, masthead, all, shelf);
  }
}
