package newsroom.publish.delivery.conduct;

import static newsroom.publish.delivery.Columns.sql;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import newsroom.publish.published.Outbox;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Deliveries that a destination has missed: set aside while it is disabled, and made due again.
/// What is due again is the word that counts by then, never an older.
@Repository
class Backlog {

  /// Whoever held a lease that ran out may have carried. What is not due yet, as an embargo that
  /// has not ended, stays what it is.
  private static final String SET_ASIDE =
      """
      with near as (
        (select uri from publish.delivery
          where destination = ? and due_at <= ? order by due_at limit 10000)
        union
        (select uri from publish.delivery
          where destination = ? and due_at is not null and attempts > 0 and state <> 'PARKED'
          order by due_at limit 10000)),
      picked as (
        select d.uri from near join publish.delivery d on d.destination = ? and d.uri = near.uri
        where d.due_at is not null and (d.due_at <= ? or (d.attempts > 0 and d.state <> 'PARKED'))
          and (d.lease_until is null or d.lease_until <= ?)
        order by d.uri for update of d skip locked)
      update publish.delivery d
      set state = 'PARKED', due_at = null, reason = ?, set_aside = true,
        tried = d.tried or d.lease_token is not null,
        live_hash = case when d.lease_token is null then d.live_hash end,
        lease_until = null, lease_owner = null, lease_token = null
      from picked where d.destination = ? and d.uri = picked.uri
      returning d.uri
      """;

  /// Takedowns before everything else, as if they had just come. What something else became of in
  /// the meantime is only no longer set aside. What somebody has in hand is released with a later
  /// lot.
  private static final String RELEASE =
      """
      with picked as (
        select uri, state = 'PARKED' as missed from publish.delivery
        where destination = ? and set_aside
        order by uri limit 5000 for update skip locked),
      forgotten as (
        update publish.delivery d set set_aside = false
        from picked where d.destination = ? and d.uri = picked.uri and not picked.missed),
      released as (
        update publish.delivery d
        set state = 'DUE', reason = null, attempts = 0, set_aside = false,
          due_at = case when s.status = 'USABLE' and d.killed is null and d.rule is null
            then ?::timestamptz else 'epoch' end
        from picked join publish.story s on s.uri = picked.uri
        where d.destination = ? and d.uri = picked.uri and picked.missed)
      select count(*) from picked
      """;

  private static final String MISSED =
      """
      select count(*) from publish.delivery
      where destination = ? and set_aside and state = 'PARKED'
      """;

  private static final String LEFT =
      """
      select one.name from unnest(?) as one(name)
      where exists (select 1 from publish.delivery where destination = one.name and set_aside)
        and not exists (
          select 1 from publish.destination d
          where d.destination = one.name and d.disabled_at is not null)
      """;

  private final JdbcTemplate jdbc;
  private final Outbox outbox;

  Backlog(JdbcTemplate jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /// Parks what is due at a disabled destination. Returns how many those were.
  int setAside(String destination, String why, Instant now) {
    var at = sql(now);
    var name = destination;
    List<String> uris =
        jdbc.queryForList(SET_ASIDE, String.class, name, at, name, name, at, at, why, name).stream()
            .map(Objects::requireNonNull)
            .toList();
    outbox.say(uris, now);
    return uris.size();
  }

  /// So many were set aside and wait still.
  int missed(String destination) {
    var missed = jdbc.queryForObject(MISSED, Integer.class, destination);
    return missed == null ? 0 : missed;
  }

  /// A lot of what was set aside is due. Says whether there was any.
  boolean release(String destination, Instant now) {
    var lot =
        jdbc.queryForObject(
            RELEASE, Integer.class, destination, destination, sql(now), destination);
    return lot != null && lot > 0;
  }

  /// Those of these destinations that are not disabled and have something set aside.
  Set<String> left(Collection<String> destinations) {
    var names = destinations.toArray(String[]::new);
    return jdbc.queryForList(LEFT, String.class, (Object) names).stream()
        .map(Objects::requireNonNull)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
