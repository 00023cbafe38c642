package newsroom.publish.delivery.carrying;

import java.util.List;
import java.util.stream.Stream;
import newsroom.publish.delivery.ArchiveLinks;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Slot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The links of each page as it is shown.
@Repository
class PageLinks {

  private static final String DELETE =
      """
      delete from publish.promo p using unnest(?, ?) as v(destination, uri)
      where p.destination = v.destination and p.uri = v.uri
      """;

  private static final String INSERT =
      """
      insert into publish.promo (destination, uri, target, linked, archive)
      select * from unnest(?, ?, ?, ?, ?)
      on conflict (destination, uri, target) do update
        set linked = excluded.linked, archive = excluded.archive
      """;

  /// In one order, and before any delivery: as everybody locks them. What is linked beside a story
  /// that goes is held as firmly as that: two passes would be two orders.
  private static final String GOING =
      "select uri from publish.story where uri = any(?) order by uri for no key update";

  private static final String LINKED =
      "select uri from publish.story where uri = any(?) order by uri for share";

  private final JdbcTemplate jdbc;
  private final ArchiveLinks archive;

  PageLinks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.archive = new ArchiveLinks(jdbc);
  }

  private record Row(Slot key, Promos.Link link) {}

  /// Holds the stories that go and those that are linked. Whoever takes a story down then either
  /// finds the pages that link to it, or is found by them: two instances that cross leave no link
  /// behind.
  void hold(List<Settlement> settlements) {
    archive.linking(
        settlements.stream()
            .flatMap(PageLinks::rows)
            .filter(row -> row.link().archive())
            .map(row -> row.link().target())
            .toList());
    var going = settlements.stream().filter(Settlement::goes).map(it -> it.key().uri()).toList();
    var linked =
        settlements.stream()
            .flatMap(PageLinks::rows)
            .filter(row -> row.link().linked())
            .map(row -> row.link().target())
            .toList();
    hold(going.isEmpty() ? LINKED : GOING, Stream.concat(going.stream(), linked.stream()));
  }

  private void hold(String sql, Stream<String> stories) {
    var uris = stories.distinct().toList();
    if (!uris.isEmpty()) {
      jdbc.query(
          sql, statement -> new Columns<>(statement, uris).words(uri -> uri), (row, _) -> true);
    }
  }

  /// Writes the links of pages that were shown or taken down.
  void replace(List<Settlement> settled) {
    var before =
        settled.stream()
            .filter(it -> it.links() != null && it.claimed().past().firstLive() != null)
            .map(Settlement::key)
            .toList();
    if (!before.isEmpty()) {
      jdbc.update(
          DELETE,
          statement -> new Columns<>(statement, before).text(Slot::destination).text(Slot::uri));
    }
    insert(settled.stream().flatMap(PageLinks::rows).toList());
  }

  private static Stream<Row> rows(Settlement settlement) {
    var links = settlement.links();
    return (links == null ? List.<Promos.Link>of() : links)
        .stream().map(link -> new Row(settlement.key(), link));
  }

  private void insert(List<Row> rows) {
    if (!rows.isEmpty()) {
      jdbc.update(
          INSERT,
          statement ->
              new Columns<>(statement, rows)
                  .text(row -> row.key().destination())
                  .text(row -> row.key().uri())
                  .words(row -> row.link().target())
                  .bool(row -> row.link().linked())
                  .bool(row -> row.link().archive()));
    }
  }
}
