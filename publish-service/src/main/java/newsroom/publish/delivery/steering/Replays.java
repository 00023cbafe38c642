package newsroom.publish.delivery.steering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import newsroom.publish.delivery.Again;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Carries stories once more out of the ledger's own log. What a site shows already, to the last
/// link, is not carried again, unless somebody insists because the site lost it.
@Repository
class Replays {

  private static final String STORIES =
      """
      select uri, arrived from publish.about
      where (arrived, uri) > (?, ?) and arrived < ? order by arrived, uri limit ?
      """;

  private static final String MARK =
      """
      update publish.delivery d set daybook = ?,
        live_hash = case when ? and d.live_version is not null then null else d.live_hash end
      from unnest(?, ?) as v(destination, uri)
      where d.destination = v.destination and d.uri = v.uri
      """;

  /// Where a story was once and is no more, a site that was restored from a backup may show it.
  /// What waits for the site's terms is left to them: made due, it would be brought without them.
  private static final String DOWN =
      """
      with one as (
        select d.destination, d.uri from publish.delivery d
        where d.uri = any(?) and (?::text is null or d.site = ?)
          and d.state in ('TAKEN_DOWN', 'REFUSED', 'HELD')
          and d.first_live is not null and d.live_version is null and not d.waits
        order by d.destination collate "C", d.uri for update)
      update publish.delivery d set tried = true, state = 'DUE', due_at = to_timestamp(0),
        attempts = 0, seq = d.seq + 1, changed_at = ?, daybook = ?
      from one where d.destination = one.destination and d.uri = one.uri
      returning d.destination, d.uri
      """;

  private final JdbcTemplate jdbc;
  private final Again again;

  Replays(JdbcTemplate jdbc, Again again) {
    this.jdbc = jdbc;
    this.again = again;
  }

  /// A story and when its last word came.
  record Came(String uri, Instant arrived) {}

  /// The next stories of the choice after this one, oldest first.
  List<Came> next(Choice choice, @Nullable Came after, int most) {
    var from = after == null ? choice.from() : after.arrived();
    return jdbc.query(
        STORIES,
        (row, _) ->
            new Came(row.getString("uri"), Objects.requireNonNull(Columns.time(row, "arrived"))),
        Columns.sql(from),
        after == null ? "" : after.uri(),
        Columns.sql(choice.to()),
        most);
  }

  /// Replays these stories. To be called while they are held.
  List<Slot> replay(Collection<String> uris, Order order, long line, Instant now) {
    var wanted = again.want(uris, order.site(), now);
    jdbc.update(
        MARK,
        statement ->
            new Columns<>(statement, wanted)
                .value(line)
                .value(order.force())
                .text(Slot::destination)
                .text(Slot::uri));
    var slots = new ArrayList<>(wanted);
    if (order.force()) {
      slots.addAll(down(List.copyOf(uris), order, line, now));
    }
    return slots;
  }

  private List<Slot> down(List<String> uris, Order order, long line, Instant now) {
    return jdbc.query(
        DOWN,
        statement ->
            new Columns<>(statement, uris)
                .text(uri -> uri)
                .value(order.site())
                .value(order.site())
                .value(now)
                .value(line),
        (row, _) -> new Slot(row.getString(1), row.getString(2)));
  }
}
