package newsroom.publish.delivery.carrying;

import static newsroom.publish.delivery.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Slot;
import newsroom.publish.delivery.Word;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Puts deliveries into one pair of hands at a time.
@Repository
class Claims {

  /// A lease that a crash of the database forgets is claimed again: there is nothing to wait for
  /// until it is on disk.
  private static final String CLAIM =
      """
      with picked as (
        select uri, due_at from publish.delivery
        where destination = ? and due_at <= ? and (lease_until is null or lease_until <= ?)
        order by due_at limit ? for update skip locked),
      -- no more text at once than fits into memory beside that of other destinations
      sized as (
        select p.uri, sum(t.bytes) over (order by p.due_at, p.uri) - t.bytes as before
        from picked p cross join lateral (
          select coalesce(max(octet_length(k.payload)), 0) as bytes
          from publish.take k where k.uri = p.uri) t),
      quick as materialized (select set_config('synchronous_commit', 'off', true))
      update publish.delivery d
      -- a lease that was never settled: whoever held it may have carried
      set tried = d.tried or d.lease_token is not null,
        live_hash = case when d.lease_token is null then d.live_hash end,
        lease_until = ?, lease_owner = ?, lease_token = ?
      from sized, quick where d.destination = ? and d.uri = sized.uri and sized.before < 16777216
      returning d.uri
      """;

  /// Earliest of those that wait for another try.
  private static final String PROBE =
      """
      with picked as (
        select uri from publish.delivery
        where destination = ? and due_at > ? and attempts > 0
          and (lease_until is null or lease_until <= ?)
        order by due_at limit ? for update skip locked),
      quick as materialized (select set_config('synchronous_commit', 'off', true))
      update publish.delivery d
      -- a lease that was never settled: whoever held it may have carried
      set tried = d.tried or d.lease_token is not null,
        live_hash = case when d.lease_token is null then d.live_hash end,
        lease_until = ?, lease_owner = ?, lease_token = ?
      from picked, quick where d.destination = ? and d.uri = picked.uri
      returning d.uri
      """;

  /// A statement of its own, so that the wish and the story are of one moment: between picking a
  /// row and reading this, a newer version may have come.
  private static final String READ =
      """
      select d.*, s.version, s.created, s.revision, s.status, s.embargoed_until, s.expires,
        s.received, s.undated, s.content_hash, t.payload
      from publish.delivery d
      join publish.story s on s.uri = d.uri
      left join publish.take t on t.uri = d.uri
        and (t.version, t.created, t.revision) in (
          select d.live_version, d.live_created, d.live_revision
            where s.embargoed_until > ? and d.live_version is not null
          union all
          select s.version, s.created, s.revision
            where s.embargoed_until is null or s.embargoed_until <= ?)
      where d.destination = ? and d.uri = any(?) and d.lease_token = ?
      order by d.due_at
      """;

  private static final String HELD =
      """
      select d.uri, d.seq = v.seq as wanted
      from publish.delivery d join unnest(?, ?, ?) as v(uri, token, seq)
        on d.uri = v.uri and d.lease_token = v.token
      where d.destination = ?
      """;

  private static final String NEXT =
      """
      select due_at from publish.delivery
      where destination = ? and due_at is not null and lease_token is null
      order by due_at limit 1
      """;

  private static final String FORWARD =
      """
      update publish.delivery d
      set due_at = case when s.status = 'USABLE' then ?::timestamptz else 'epoch' end
      from publish.story s
      where s.uri = d.uri and d.destination = ? and d.due_at > ? and d.attempts > 0
        and d.lease_token is null
      """;

  private static final String FREE =
      "update publish.delivery set lease_until = ? where lease_owner = ? and lease_token is not null";

  private final JdbcTemplate jdbc;

  Claims(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Who claims for what, and how long.
  record Claim(String destination, String owner, Instant now, Instant until, int most) {}

  /// Claims what is due, kills first.
  List<Claimed> due(Claim claim) {
    return claimed(CLAIM, claim);
  }

  /// Claims one that waits for its next try, to see whether the site answers again.
  List<Claimed> probe(Claim claim) {
    return claimed(PROBE, claim);
  }

  /// Which of these are still in the hands that claimed them, and whether they are still wanted as
  /// they were then.
  Map<String, Boolean> held(String destination, List<Claimed> claimed) {
    var held = new HashMap<String, Boolean>();
    jdbc.query(
        HELD,
        statement ->
            new Columns<>(statement, claimed)
                .text(it -> it.key().uri())
                .bigint(it -> it.lease().token())
                .bigint(it -> it.lease().seq())
                .value(destination),
        row -> {
          held.put(row.getString("uri"), row.getBoolean("wanted"));
        });
    return held;
  }

  /// When there is something to claim.
  Optional<Instant> next(String destination) {
    var times = jdbc.queryForList(NEXT, OffsetDateTime.class, destination);
    return times.stream().filter(Objects::nonNull).map(OffsetDateTime::toInstant).findFirst();
  }

  /// The site answers again: nothing waits for its next try any longer, and takedowns go before
  /// everything else. Returns how many that were.
  int bringForward(String destination, Instant now) {
    var at = Columns.sql(now);
    return jdbc.update(FORWARD, at, destination, at);
  }

  /// Gives back what this owner held when it ended. Returns how many those were.
  int free(String owner, Instant now) {
    return jdbc.update(FREE, Columns.sql(now), owner);
  }

  private List<Claimed> claimed(String sql, Claim claim) {
    long token = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    var now = Columns.sql(claim.now());
    var uris =
        jdbc.queryForList(
            sql,
            String.class,
            claim.destination(),
            now,
            now,
            claim.most(),
            Columns.sql(claim.until()),
            claim.owner(),
            token,
            claim.destination());
    return uris.isEmpty()
        ? List.of()
        : read(claim, uris.stream().map(Objects::requireNonNull).toList(), token);
  }

  private List<Claimed> read(Claim claim, List<String> uris, long token) {
    return jdbc.query(
        READ,
        statement ->
            new Columns<>(statement, uris)
                .value(claim.now())
                .value(claim.now())
                .value(claim.destination())
                .text(uri -> uri)
                .value(token),
        (row, _) -> claimed(row));
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        new Slot(row.getString("destination"), row.getString("uri")),
        new Claimed.Lease(
            row.getLong("lease_token"),
            row.getLong("seq"),
            required(row, "due_at"),
            required(row, "lease_until"),
            row.getInt("attempts")),
        new Word(
            mark(row, ""),
            Story.Status.valueOf(row.getString("status")),
            time(row, "embargoed_until"),
            time(row, "expires"),
            required(row, "received"),
            new Word.Text(row.getBoolean("undated"), row.getString("content_hash"))),
        Claimed.Terms.of(row),
        live(row),
        new Claimed.Past(
            row.getBoolean("tried"),
            time(row, "first_live"),
            time(row, "updated"),
            row.getString("url"),
            row.getString("remote_id"),
            row.getString("live_hash")),
        row.getBytes("payload"));
  }

  private static @Nullable Live live(ResultSet row) throws SQLException {
    return time(row, "live_created") == null
        ? null
        : new Live(
            mark(row, "live_"),
            row.getString("live_headline"),
            time(row, "live_expires"),
            required(row, "live_since"));
  }

  private static Mark mark(ResultSet row, String prefix) throws SQLException {
    return new Mark(
        row.getLong(prefix + "version"),
        required(row, prefix + "created"),
        row.getInt(prefix + "revision"));
  }

  private static Instant required(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(time(row, column), column);
  }
}
