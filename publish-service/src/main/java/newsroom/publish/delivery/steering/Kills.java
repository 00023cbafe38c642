package newsroom.publish.delivery.steering;

import java.time.Instant;
import java.util.List;
import newsroom.publish.delivery.Again;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Links;
import newsroom.publish.delivery.Slot;
import newsroom.publish.delivery.reading.Problem;
import newsroom.publish.published.Outbox;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// An editor's own kill of a story, at one site or everywhere. It stands beside what the agency
/// says, whatever versions come, until it is lifted by hand.
@Repository
class Kills {

  /// An empty site is everywhere.
  private static final String NOTE =
      """
      insert into publish.desk_kill (uri, site, at, by, why) values (?, ?, ?, ?, ?)
      on conflict (uri, site) do nothing
      """;

  /// As an agency's kill: due before everything else, whoever carries the story now. What is
  /// nowhere needs no taking down. What the agency took back goes on going its way; what it only
  /// withholds, and what was there, is taken down for good.
  private static final String KILL =
      """
      with there as (
        select d.destination, d.uri, s.status,
          d.live_version is not null or d.tried or d.lease_token is not null
            or d.live_hash is not distinct from 'kept' as reached
        from publish.delivery d join publish.story s on s.uri = d.uri
        where d.uri = ? and (?::text is null or d.site = ?)
        order by d.destination collate "C", d.uri for update of d),
      one as (
        select there.*, status = 'USABLE' or (status = 'WITHHELD' and reached) as acts from there)
      update publish.delivery d set killed = ?, killed_at = ?, daybook = ?,
        seq = d.seq + one.acts::int,
        changed_at = case when one.acts then ? else d.changed_at end,
        attempts = case when one.acts then 0 else d.attempts end,
        waits = d.waits and not one.acts,
        judge_at = case when not one.acts then d.judge_at end,
        state = case when not one.acts then d.state when one.reached then 'DUE'
          else 'TAKEN_DOWN' end,
        due_at = case when not one.acts then d.due_at when one.reached then to_timestamp(0) end,
        reason = case when one.acts then ? else d.reason end
      from one where d.destination = one.destination and d.uri = one.uri
      returning d.destination, d.uri
      """;

  private static final String EVERYWHERE =
      "select count(*) from publish.desk_kill where uri = ? and site = ''";

  private static final String FORGET =
      "delete from publish.desk_kill where uri = ? and (?::text is null or site = ?)";

  private static final String LIFT =
      """
      with one as (
        select d.destination, d.uri from publish.delivery d
        where d.uri = ? and (?::text is null or d.site = ?) and d.killed is not null
        order by d.destination collate "C", d.uri for update)
      update publish.delivery d set killed = null, killed_at = null, daybook = ?
      from one where d.destination = one.destination and d.uri = one.uri
      """;

  private final JdbcTemplate jdbc;
  private final Links links;
  private final Outbox outbox;
  private final Again again;

  Kills(JdbcTemplate jdbc, Links links, Outbox outbox, Again again) {
    this.jdbc = jdbc;
    this.links = links;
    this.outbox = outbox;
    this.again = again;
  }

  /// Kills the story. To be called while it is held.
  Touched kill(String uri, Order order, long line, Instant now) {
    var at = Columns.sql(now);
    var site = order.site() == null ? "" : order.site();
    if (jdbc.update(NOTE, uri, site, at, order.by(), order.why()) == 0) {
      throw Problem.impossible("the story is killed there by hand already; look at its page");
    }
    var killed = order.sentence("killed by the desk");
    var slots =
        jdbc.query(
            KILL,
            (row, _) -> new Slot(row.getString(1), row.getString(2)),
            uri,
            order.site(),
            order.site(),
            killed,
            at,
            line,
            at,
            killed);
    var redrawn = links.gone(slots, now);
    boolean said = outbox.sayAtOnce(List.of(uri), now) > 0;
    return new Touched(slots, redrawn, said);
  }

  /// Lifts an editor's kill: what is wanted then is what would be, had there been none. To be
  /// called while the story is held.
  Touched reinstate(String uri, Order order, long line, Instant now) {
    var everywhere = jdbc.queryForObject(EVERYWHERE, Long.class, uri);
    if (order.site() != null && everywhere != null && everywhere > 0) {
      throw Problem.impossible(
          "the story is killed everywhere by hand: reinstate it everywhere, then kill it where it"
              + " shall stay away");
    }
    if (jdbc.update(FORGET, uri, order.site(), order.site()) == 0) {
      throw Problem.impossible(
          "no editor has killed the story there; what its agency killed only its agency reinstates");
    }
    jdbc.update(LIFT, uri, order.site(), order.site(), line);
    return Touched.of(again.want(List.of(uri), order.site(), now));
  }
}
