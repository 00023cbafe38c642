package newsroom.publish.destination.pages.lists;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import newsroom.publish.rendition.Card;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.html.CalendarView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// The lists of one site, as the ledger's database keeps them.
final class Catalog {

  private static final String POSTED_SINCE =
      " from publish.list_entry where destination = ? and list = ?"
          + " and position >= ? and position < ? and posted >= ?";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final String destination;
  private final Cards cards;

  Catalog(
      JdbcTemplate jdbc, TransactionTemplate transaction, String destination, Masthead masthead) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.destination = destination;
    this.cards = new Cards(masthead);
  }

  /// A list.
  ///
  /// @param open from this page on all is on the first page of the list
  record Row(String name, long next, long open) {}

  /// Whether there are tables for them: destinations open before a new ledger has its schema.
  boolean exists() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject("select to_regclass('publish.list_site') is not null", Boolean.class));
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  String destination() {
    return destination;
  }

  Cards cards() {
    return cards;
  }

  /// Does this as a whole or not at all, and while no other instance does anything to these lists.
  <T> T alone(Supplier<T> work) {
    var done =
        transaction.execute(
            _ -> {
              jdbc.query(
                  "select pg_advisory_xact_lock(hashtextextended(?, 7))",
                  _ -> {},
                  "lists of " + destination);
              return work.get();
            });
    if (done == null) {
      throw new IllegalStateException("nothing was done");
    }
    return done;
  }

  /// The pages that are to be drawn again, by list; no more than this many lists' worth.
  SortedMap<String, SortedSet<Long>> takeDue(int most) {
    var due = new TreeMap<String, SortedSet<Long>>();
    jdbc.query(
        """
        delete from publish.list_due d using (
          select list, page from publish.list_due where destination = ?
          order by destination, list, page limit ?) t
        where d.destination = ? and d.list = t.list and d.page = t.page
        returning d.list, d.page
        """,
        row -> {
          due.computeIfAbsent(row.getString(1), _ -> new TreeSet<>()).add(row.getLong(2));
        },
        destination,
        most,
        destination);
    return due;
  }

  void due(Collection<String> lists, Collection<Long> pages) {
    jdbc.update(
        """
        insert into publish.list_due (destination, list, page)
        select ?, v.list, v.page from unnest(?, ?) v(list, page) on conflict do nothing
        """,
        statement -> {
          statement.setString(1, destination);
          statement.setArray(2, array(statement, "text", lists));
          statement.setArray(3, array(statement, "bigint", pages));
        });
  }

  Optional<Row> list(String list) {
    return jdbc
        .query(
            "select name, next, open from publish.list where destination = ? and list = ?",
            (row, _) -> new Row(row.getString(1), row.getLong(2), row.getLong(3)),
            destination,
            list)
        .stream()
        .findFirst();
  }

  void open(String list, long page) {
    jdbc.update(
        "update publish.list set open = ? where destination = ? and list = ?",
        page,
        destination,
        list);
  }

  /// Where the story stands that so many are newer than; -1 where there are not so many.
  long newest(String list, int many) {
    return one("order by position desc offset " + many + " limit 1", list, 0L, Long.MAX_VALUE);
  }

  /// Where the next story before this place stands; -1 where there is none.
  long before(String list, long position) {
    return one("order by position desc limit 1", list, 0L, position);
  }

  /// Where the next story from this place on stands; -1 where there is none.
  long from(String list, long position) {
    return one("order by position limit 1", list, position, Long.MAX_VALUE);
  }

  private long one(String order, String list, long from, long to) {
    return jdbc
        .query(
            "select position from publish.list_entry where destination = ? and list = ?"
                + " and position >= ? and position < ? "
                + order,
            (row, _) -> row.getLong(1),
            destination,
            list,
            from,
            to)
        .stream()
        .findFirst()
        .orElse(-1L);
  }

  /// The stories from one place to before another, the newest first.
  List<Card> cards(String list, long from, long to) {
    return cards(list, from, to, Instant.EPOCH);
  }

  /// Of the stories from one place to before another those posted since then, the newest first.
  List<Card> cards(String list, long from, long to, Instant since) {
    return jdbc.query(
        """
        select c.card from publish.list_entry e
        join publish.list_card c on c.destination = e.destination and c.uri = e.uri
        where e.destination = ? and e.list = ? and e.position >= ? and e.position < ?
          and e.posted >= ?
        order by e.posted desc, e.position desc
        """,
        (row, _) -> cards.read(row.getString(1)),
        destination,
        list,
        from,
        to,
        since.atOffset(ZoneOffset.UTC));
  }

  /// How many stories of these places were posted since then.
  long many(String list, long from, long to, Instant since) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select count(*)" + POSTED_SINCE,
            Long.class,
            destination,
            list,
            from,
            to,
            since.atOffset(ZoneOffset.UTC)));
  }

  /// When the oldest of them was posted; null where there is none.
  @Nullable Instant oldest(String list, long from, long to, Instant since) {
    var oldest =
        jdbc.queryForObject(
            "select min(posted)" + POSTED_SINCE,
            OffsetDateTime.class,
            destination,
            list,
            from,
            to,
            since.atOffset(ZoneOffset.UTC));
    return oldest == null ? null : oldest.toInstant();
  }

  /// Days that have stories, of a year or month of the archive; the last first.
  List<CalendarView.Part> days(String prefix) {
    return jdbc.query(
        """
        select list, stories from publish.list
        where destination = ? and list >= ? and list < ? and stories > 0 order by list desc
        """,
        (row, _) -> new CalendarView.Part(row.getString(1), row.getLong(2)),
        destination,
        prefix + "/",
        prefix + "0");
  }

  /// The newest of what was taken down since then.
  List<Gone> gone(Instant since, int most) {
    return jdbc.query(
        """
        select card, gone, killed from publish.list_gone
        where destination = ? and gone >= ? order by gone desc limit ?
        """,
        (row, _) ->
            new Gone(
                cards.read(row.getString(1)),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getBoolean(3)),
        destination,
        since.atOffset(ZoneOffset.UTC),
        most);
  }

  static Array array(PreparedStatement statement, String type, Collection<?> values)
      throws SQLException {
    return statement.getConnection().createArrayOf(type, values.toArray());
  }
}
