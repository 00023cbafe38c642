package newsroom.publish.delivery.steering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Slot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Tries again at once what was parked or waits for its next try, and parks what fails.
@Repository
class Retries {

  /// What is in a carrier's hands is left to it. The wish stays the same one, so that whoever got
  /// it after all can tell.
  private static final String RETRY =
      """
      with one as (
        select d.destination, d.uri from publish.delivery d
        join unnest(?, ?) as v(destination, uri)
          on d.destination = v.destination and d.uri = v.uri
        where not coalesce(d.lease_until > ?, false)
          and (d.state = 'PARKED' or (d.attempts > 0 and d.due_at > ?))
        order by d.destination collate "C", d.uri for update of d)
      update publish.delivery d set
        state = case when d.state = 'PARKED' then 'DUE' else d.state end,
        due_at = case when s.status = 'USABLE' and d.killed is null then ?
          else to_timestamp(0) end,
        attempts = 0, daybook = ?
      from one, publish.story s
      where s.uri = one.uri and d.destination = one.destination and d.uri = one.uri
      returning d.destination, d.uri
      """;

  /// Only what is to be shown: a taking-down is never given up by hand.
  private static final String PARK =
      """
      with one as (
        select d.destination, d.uri, s.expires from publish.delivery d
        join unnest(?, ?) as v(destination, uri)
          on d.destination = v.destination and d.uri = v.uri
        join publish.story s on s.uri = d.uri
        where not coalesce(d.lease_until > ?, false) and d.state = 'DUE'
          and d.rule is null and d.killed is null and s.status = 'USABLE'
          and (s.expires is null or s.expires > ?)
        order by d.destination collate "C", d.uri for update of d)
      update publish.delivery d set state = 'PARKED', reason = ?, seq = d.seq + 1,
        due_at = case when (d.live_version is not null or d.tried) and least(d.live_expires, one.expires) > ?
          then least(d.live_expires, one.expires) end,
        attempts = greatest(d.attempts, 1), daybook = ?
      from one where d.destination = one.destination and d.uri = one.uri
      returning d.destination, d.uri
      """;

  private static final String CHOSEN =
      """
      select d.destination, d.uri from publish.delivery d
      where d.destination = ? and d.changed_at >= ? and d.changed_at < ?
        and position(? in coalesce(d.reason, '')) > 0
        and not coalesce(d.lease_until > ?, false)
      """;

  private static final String PARKED =
      CHOSEN + " and d.state = 'PARKED' order by d.changed_at desc, d.uri desc limit ?";

  /// No retry waits longer than a day or so; what is due later is an embargo or an expiry.
  private static final Duration LONGEST_WAIT = Duration.ofDays(2);

  private static final String WAITING =
      CHOSEN + " and d.attempts > 0 and d.due_at > ? and d.due_at <= ? order by d.due_at limit ?";

  private static final String DUE =
      CHOSEN
          + """
          and d.state = 'DUE' and d.rule is null and d.killed is null and d.due_at <= ?
          and exists (select from publish.story s where s.uri = d.uri
            and s.status = 'USABLE' and (s.expires is null or s.expires > ?))
          order by d.due_at limit ?
          """;

  private final JdbcTemplate jdbc;

  Retries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Slot> retry(List<Slot> slots, long line, Instant now) {
    return jdbc.query(
        RETRY,
        statement ->
            new Columns<>(statement, slots)
                .text(Slot::destination)
                .text(Slot::uri)
                .value(now)
                .value(now)
                .value(now)
                .value(line),
        (row, _) -> new Slot(row.getString(1), row.getString(2)));
  }

  List<Slot> park(List<Slot> slots, Order order, long line, Instant now) {
    return jdbc.query(
        PARK,
        statement ->
            new Columns<>(statement, slots)
                .text(Slot::destination)
                .text(Slot::uri)
                .value(now)
                .value(now)
                .value(order.sentence("parked by hand"))
                .value(now)
                .value(line),
        (row, _) -> new Slot(row.getString(1), row.getString(2)));
  }

  /// Some of what a retry of the choice would touch at this destination.
  List<Slot> toRetry(Choice choice, String destination, int most, Instant now) {
    var parked = find(PARKED, choice, destination, now, most);
    var horizon = Columns.sql(now.plus(LONGEST_WAIT));
    return parked.isEmpty()
        ? find(WAITING, choice, destination, now, Columns.sql(now), horizon, most)
        : parked;
  }

  /// Some of what parking the choice would touch at this destination.
  List<Slot> toPark(Choice choice, String destination, int most, Instant now) {
    var horizon = Columns.sql(now.plus(LONGEST_WAIT));
    return find(DUE, choice, destination, now, horizon, Columns.sql(now), most);
  }

  private List<Slot> find(
      String sql, Choice choice, String destination, Instant now, Object... more) {
    var first =
        new Object[] {
          destination,
          Columns.sql(choice.from()),
          Columns.sql(choice.to()),
          choice.reason() == null ? "" : choice.reason(),
          Columns.sql(now)
        };
    var values = new Object[first.length + more.length];
    System.arraycopy(first, 0, values, 0, first.length);
    System.arraycopy(more, 0, values, first.length, more.length);
    return jdbc.query(sql, (row, _) -> new Slot(row.getString(1), row.getString(2)), values);
  }
}
