package newsroom.publish.delivery;

import static newsroom.publish.delivery.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The table of deliveries, as far as entering writes it.
@Repository
public class Deliveries {

  private static final String LOCK =
      """
      select destination, uri, rule is not null as refused, live_expires, waits,
        live_version is not null or tried or lease_token is not null as reached,
        live_hash is not distinct from 'kept' as kept,
        first_live is not null as seen, killed, state, reason
      from publish.delivery where uri = any(?) order by destination collate "C", uri for update
      """;

  /// A destination that comes later to a site uses the addresses that the site has already given,
  /// and is bound by what an editor said before.
  private static final String INSERT =
      """
      insert into publish.delivery
        (destination, uri, site, state, due_at, reason, rule, path, section, waits, judge_at,
        changed_at, killed, killed_at)
      select v.destination, v.uri, v.site,
        case when k.at is null then v.state else 'TAKEN_DOWN' end,
        case when k.at is null then v.due_at end, coalesce(k.killed, v.reason), v.rule,
        coalesce(s.path, v.path), coalesce(s.section, v.section),
        v.waits and k.at is null, case when k.at is null then v.judge_at end, ?, k.killed, k.at
      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        as v(destination, uri, site, state, due_at, reason, rule, path, section, waits, judge_at)
      left join lateral (select d.path, d.section from publish.delivery d
        where d.uri = v.uri and d.site = v.site and d.path is not null limit 1) s on true
      left join lateral (
        select k.at, 'killed by the desk (' || k.by || '): ' || k.why as killed
        from publish.desk_kill k
        where k.uri = v.uri and k.site in ('', v.site) order by k.site limit 1) k on true
      order by v.destination collate "C", v.uri
      on conflict (destination, uri) do nothing
      """;

  private static final String UPDATE =
      """
      update publish.delivery d set state = v.state, due_at = v.due_at, reason = v.reason,
        rule = v.rule, path = coalesce(d.path, v.path),
        section = coalesce(v.section, d.section), waits = v.waits, judge_at = v.judge_at,
        changed_at = ?, attempts = 0, seq = d.seq + 1
      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        as v(destination, uri, site, state, due_at, reason, rule, path, section, waits, judge_at)
      where d.destination = v.destination and d.uri = v.uri
      """;

  private final JdbcTemplate jdbc;

  Deliveries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// What is in the ledger already.
  ///
  /// @param seen the destination has shown the story at some time
  /// @param waits the site's terms were not met
  record Known(
      Wish.Before before,
      boolean seen,
      boolean waits,
      DeliveryState state,
      @Nullable String reason) {}

  /// Who released stories, and who else tells them.
  Neighbours neighbours() {
    return new Neighbours(jdbc);
  }

  /// What is to be written.
  record Row(Slot key, String site, Wish wish, @Nullable String path, @Nullable String section) {}

  /// The deliveries of these stories, held fast until the transaction ends.
  Map<Slot, Known> lock(Collection<String> uris) {
    var known = new HashMap<Slot, Known>();
    var list = List.copyOf(uris);
    if (list.isEmpty()) {
      return known;
    }
    jdbc.query(
        LOCK,
        statement -> new Columns<>(statement, list).text(uri -> uri),
        row -> {
          known.put(
              new Slot(row.getString("destination"), row.getString("uri")),
              new Known(
                  new Wish.Before(
                      row.getBoolean("reached"),
                      row.getBoolean("kept"),
                      row.getBoolean("refused"),
                      time(row, "live_expires"),
                      row.getString("killed")),
                  row.getBoolean("seen"),
                  row.getBoolean("waits"),
                  DeliveryState.valueOf(row.getString("state")),
                  row.getString("reason")));
        });
    return known;
  }

  void insert(List<Row> rows, Instant now) {
    write(INSERT, rows, now);
  }

  void update(List<Row> rows, Instant now) {
    write(UPDATE, rows, now);
  }

  private void write(String sql, List<Row> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.update(
        sql,
        statement ->
            new Columns<>(statement, rows)
                .value(now)
                .text(row -> row.key().destination())
                .text(row -> row.key().uri())
                .text(Row::site)
                .text(row -> row.wish().state().name())
                .time(row -> row.wish().dueAt())
                .words(row -> row.wish().reason())
                .words(row -> row.wish().rule())
                .text(Row::path)
                .text(Row::section)
                .bool(row -> row.wish().waits())
                .time(row -> row.wish().judgeAt()));
  }
}
