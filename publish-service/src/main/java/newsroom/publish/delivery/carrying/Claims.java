package newsroom.publish.delivery.carrying;

import static newsroom.publish.delivery.Columns.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Slot;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Puts deliveries into one pair of hands at a time.
@Repository
class Claims {

  private static final String WANTED =
      "unnest(?, ?, ?, ?, ?, ?) as w(destination, now, until, owner, token, most)";

  /// A lease that a crash of the database forgets is claimed again: there is nothing to wait for
  /// until it is on disk.
  private static final String QUICK =
      "quick as materialized (select set_config('synchronous_commit', 'off', true))";

  /// A lease that was never settled: whoever held it may have carried.
  private static final String LEASE =
      """
      update publish.delivery d
      set tried = d.tried or d.lease_token is not null,
        live_hash = case when d.lease_token is null then d.live_hash end,
        lease_until = p.until, lease_owner = p.owner, lease_token = p.token
      """;

  private static final String CLAIM =
      """
      with picked as (
        select w.*, o.uri, o.due_at from %s
        cross join lateral (
          select d.uri, d.due_at from publish.delivery d
          where d.destination = w.destination and d.due_at <= w.now
            and (d.lease_until is null or d.lease_until <= w.now)
          order by d.due_at limit w.most for update skip locked) o),
      -- no more text at once than fits into memory beside that of other destinations
      sized as (
        select p.*,
          sum(t.bytes) over (partition by p.token order by p.due_at, p.uri) - t.bytes as before
        from picked p cross join lateral (
          select coalesce(max(octet_length(k.payload)), 0) as bytes
          from publish.take k where k.uri = p.uri) t),
      %s
      %s
      from sized p, quick
      where d.destination = p.destination and d.uri = p.uri and p.before < 16777216
      returning d.destination, d.uri, d.lease_token
      """
          .formatted(WANTED, QUICK, LEASE);

  /// Earliest of those that wait for another try.
  private static final String PROBE =
      """
      with picked as (
        select w.*, o.uri from %s
        cross join lateral (
          select d.uri from publish.delivery d
          where d.destination = w.destination and d.due_at > w.now and d.attempts > 0
            and d.state <> 'PARKED'
            and (d.lease_until is null or d.lease_until <= w.now)
          order by d.due_at limit w.most for update skip locked) o),
      %s
      %s
      from picked p, quick where d.destination = p.destination and d.uri = p.uri
      returning d.destination, d.uri, d.lease_token
      """
          .formatted(WANTED, QUICK, LEASE);

  private static final String HELD =
      """
      select d.destination, d.uri, d.seq = v.seq as wanted
      from unnest(?, ?, ?, ?) as v(destination, uri, token, seq)
      join publish.delivery d
        on d.destination = v.destination and d.uri = v.uri and d.lease_token = v.token
      """;

  private static final String NEXT =
      """
      select w.destination, o.due_at from unnest(?) as w(destination)
      cross join lateral (
        select d.due_at from publish.delivery d
        where d.destination = w.destination and d.due_at is not null and d.lease_token is null
        order by d.due_at limit 1) o
      """;

  /// More in one statement would hold on to them for too long.
  private static final int LOT = 5_000;

  /// Takedowns before everything else. What is parked waits for somebody, and not for the site.
  private static final String FORWARD =
      """
      with picked as (
        select d.uri from publish.delivery d
        where d.destination = ? and d.due_at > ? and d.attempts > 0 and d.state <> 'PARKED'
          and d.lease_token is null
        order by d.due_at limit %d for update skip locked)
      update publish.delivery d
      set due_at = case when s.status = 'USABLE' and d.killed is null and d.rule is null
        then ?::timestamptz else 'epoch' end
      from picked join publish.story s on s.uri = picked.uri
      where d.destination = ? and d.uri = picked.uri
      """
          .formatted(LOT);

  private static final String FIRST =
      """
      with one as (
        select uri from publish.delivery
        where destination = ? and down and due_at > 'epoch' and due_at <= ?
          and lease_token is null
        order by uri for update skip locked)
      update publish.delivery d set due_at = 'epoch'
      from one where d.destination = ? and d.uri = one.uri
      """;

  private static final String FREE =
      "update publish.delivery set lease_until = ? where lease_owner = ? and lease_token is not null";

  // more make a statement no cheaper, and those who come after them wait longer
  private static final int MOST = 64;

  private final JdbcTemplate jdbc;
  private final Together<Claim, List<Claimed>> due = new Together<>(MOST, it -> claimed(CLAIM, it));
  private final Together<List<Claimed>, Map<Slot, Boolean>> held = new Together<>(MOST, this::held);
  private final Together<String, Optional<Instant>> next = new Together<>(MOST, this::next);

  Claims(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Who claims for what, and how long.
  record Claim(String destination, String owner, Instant now, Instant until, int most) {}

  private record Taken(Claim claim, long token) {}

  private record Leased(Slot slot, long token) {}

  /// Claims what is due, kills first.
  List<Claimed> due(Claim claim) {
    return due.ask(claim);
  }

  /// Claims one that waits for its next try, to see whether the site answers again.
  List<Claimed> probe(Claim claim) {
    return claimed(PROBE, List.of(claim)).getFirst();
  }

  /// Which of these are still in the hands that claimed them, and whether they are still wanted as
  /// they were then. There may be others in the answer.
  Map<Slot, Boolean> stillHeld(List<Claimed> claimed) {
    return held.ask(claimed);
  }

  private List<Map<Slot, Boolean>> held(List<List<Claimed>> asked) {
    var claimed = asked.stream().flatMap(List::stream).toList();
    var answer = new HashMap<Slot, Boolean>();
    jdbc.query(
        HELD,
        statement ->
            new Columns<>(statement, claimed)
                .text(it -> it.key().destination())
                .text(it -> it.key().uri())
                .bigint(it -> it.lease().token())
                .bigint(it -> it.lease().seq()),
        row -> {
          answer.put(
              new Slot(row.getString("destination"), row.getString("uri")),
              row.getBoolean("wanted"));
        });
    return asked.stream().<Map<Slot, Boolean>>map(_ -> answer).toList();
  }

  /// When there is something to claim.
  Optional<Instant> next(String destination) {
    return next.ask(destination);
  }

  private List<Optional<Instant>> next(List<String> destinations) {
    var times = new HashMap<String, Instant>();
    jdbc.query(
        NEXT,
        statement -> new Columns<>(statement, destinations).text(it -> it),
        row -> {
          times.put(row.getString("destination"), Objects.requireNonNull(time(row, "due_at")));
        });
    return destinations.stream().map(it -> Optional.ofNullable(times.get(it))).toList();
  }

  /// The site answers again: nothing waits for its next try any longer, and takedowns go before
  /// everything else. Returns how many that were.
  int bringForward(String destination, Instant now) {
    var at = Columns.sql(now);
    int all = 0;
    int some;
    do {
      some = jdbc.update(FORWARD, destination, at, at, destination);
      all += some;
    } while (some == LOT);
    return all;
  }

  /// Take-downs whose next try has come go before everything that waits longer.
  void takedownsFirst(String destination, Instant now) {
    jdbc.update(FIRST, destination, Columns.sql(now), destination);
  }

  /// Gives back what this owner held when it ended. Returns how many those were.
  int free(String owner, Instant now) {
    return jdbc.update(FREE, Columns.sql(now), owner);
  }

  private List<List<Claimed>> claimed(String sql, List<Claim> claims) {
    var random = ThreadLocalRandom.current();
    var taken =
        claims.stream().map(it -> new Taken(it, random.nextLong(1, Long.MAX_VALUE))).toList();
    var leased = lease(sql, taken);
    if (leased.isEmpty()) {
      return claims.stream().map(_ -> List.<Claimed>of()).toList();
    }
    var claimed = read(leased, latest(claims));
    return taken.stream().map(it -> claimed.getOrDefault(it.token(), List.of())).toList();
  }

  private List<Leased> lease(String sql, List<Taken> taken) {
    return jdbc.query(
        sql,
        statement ->
            new Columns<>(statement, taken)
                .text(it -> it.claim().destination())
                .time(it -> it.claim().now())
                .time(it -> it.claim().until())
                .text(it -> it.claim().owner())
                .bigint(Taken::token)
                .integer(it -> it.claim().most()),
        (row, _) -> new Leased(new Slot(row.getString(1), row.getString(2)), row.getLong(3)));
  }

  private Map<Long, List<Claimed>> read(List<Leased> leased, Instant now) {
    var rows = new ClaimedRows();
    jdbc.query(
        ClaimedRows.READ,
        statement ->
            new Columns<>(statement, leased)
                .text(it -> it.slot().destination())
                .text(it -> it.slot().uri())
                .bigint(Leased::token)
                .value(now)
                .value(now),
        rows);
    return rows.byToken();
  }

  private static Instant latest(List<Claim> claims) {
    return claims.stream().map(Claim::now).max(Comparator.naturalOrder()).orElseThrow();
  }
}
