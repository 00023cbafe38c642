package newsroom.publish.delivery.judging;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import newsroom.publish.delivery.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// What becomes of deliveries whose destination is no longer in the file of sites, and when it is
/// there again. What readers see stays as it is: nothing is taken down because a line was. All goes
/// in lots, each in a transaction of its own, so that a ledger of millions holds nobody up and an
/// instance that ends has lost one lot.
@Repository
class Retirements {

  static final String REASON =
      "its destination is no longer in the file of sites; what is live there stays";

  private static final Logger log = LoggerFactory.getLogger(Retirements.class);

  private static final String KNOWN =
      """
      select destination from publish.delivery_count
      group by destination having sum(deliveries) > 0
      """;

  /// Whatever was taken back of it before is to be looked at again.
  private static final String RETIRE =
      """
      insert into publish.retired as r (destination, since) values (?, ?)
      on conflict (destination) do update set reached = '' where r.reached <> ''
      """;

  /// What somebody else has in hand is parked with a later lot.
  private static final String PARK =
      """
      with picked as (
        select uri from publish.delivery where destination = ? and %s limit ?
        for update skip locked)
      update publish.delivery d
      set state = case when d.state = 'LIVE' then 'LIVE' else 'PARKED' end,
        reason = ?, due_at = null, waits = false, judge_at = null, changed_at = ?, seq = d.seq + 1
      from picked where d.destination = ? and d.uri = picked.uri
      """;

  private static final String DUE = PARK.formatted("due_at is not null");

  private static final String WAITING = PARK.formatted("waits");

  private static final String LEFT =
      """
      select exists (select 1 from publish.delivery where destination = ? and due_at is not null)
        or exists (select 1 from publish.delivery where destination = ? and waits)
      """;

  /// Of two instances one takes a lot.
  private static final String REACHED =
      "select reached from publish.retired where destination = ? for update skip locked";

  private static final String STORIES =
      "select uri from publish.story where uri > ? order by uri limit ?";

  private static final String UP_TO =
      "update publish.retired set reached = ? where destination = ?";

  private static final String DONE = "delete from publish.retired where destination = ?";

  /// A kill that came in the meantime needs no judging.
  private static final String IS_KILLED =
      """
      (s.status <> 'USABLE' or d.killed is not null)
        and (d.live_version is not null or d.tried
          or ((s.status = 'CANCELED' or d.killed is not null) and d.live_hash = 'kept'))
      """;

  private static final String RETURNS =
      """
      s.status = 'USABLE' and (d.reason = ? or (d.live_version is not null
        and (d.live_version, d.live_created, d.live_revision)
          is distinct from (s.version, s.created, s.revision)))
      """;

  private static final String OF_THESE =
      "where s.uri = d.uri and d.destination = ? and d.uri = any(?) and ";

  private static final String MISSED =
      "select d.uri from publish.delivery d, publish.story s "
          + OF_THESE
          + "(("
          + IS_KILLED
          + ") or ("
          + RETURNS
          + "))";

  /// As whoever enters stories does: these before their deliveries.
  private static final String LOCK =
      "select uri from publish.story where uri = any(?) order by uri for no key update";

  private static final String KILLED =
      """
      update publish.delivery d set state = 'DUE', due_at = 'epoch', changed_at = ?, attempts = 0,
        seq = d.seq + 1
      from publish.story s
      """
          + OF_THESE
          + IS_KILLED;

  private static final String RETURN =
      "update publish.delivery d set waits = true, judge_at = ? from publish.story s "
          + OF_THESE
          + RETURNS;

  private static final int LOT = 2_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final int lot;

  @Autowired
  Retirements(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this(jdbc, transaction, LOT);
  }

  /// With lots of another size.
  Retirements(JdbcTemplate jdbc, TransactionTemplate transaction, int lot) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.lot = lot;
  }

  /// What a lot came to.
  ///
  /// @param more whether there is more to do
  /// @param back destinations that have something to carry or to judge now
  record Reconciled(boolean more, Set<String> back) {}

  /// These are all the destinations there are. Does a lot for each that went or came back.
  Reconciled reconcile(Set<String> names, Instant now) {
    var gone = new HashSet<>(listed(KNOWN));
    gone.removeAll(names);
    boolean more = false;
    for (var name : gone) {
      more |= Boolean.TRUE.equals(transaction.execute(_ -> retire(name, now)));
    }
    var back = new HashSet<>(listed("select destination from publish.retired"));
    back.retainAll(names);
    for (var name : back) {
      transaction.executeWithoutResult(_ -> takeBack(name, now));
    }
    return new Reconciled(more || !back.isEmpty(), back);
  }

  private Collection<String> listed(String sql, Object... values) {
    return jdbc.queryForList(sql, String.class, values).stream()
        .map(Objects::requireNonNull)
        .toList();
  }

  private boolean retire(String destination, Instant now) {
    boolean first = jdbc.update(RETIRE, destination, Columns.sql(now)) > 0;
    int parked = park(DUE, destination, now) + park(WAITING, destination, now);
    if (first || parked > 0) {
      log.atInfo()
          .addKeyValue("destination", destination)
          .addKeyValue("parked", parked)
          .log("destination retired");
    }
    return Boolean.TRUE.equals(jdbc.queryForObject(LEFT, Boolean.class, destination, destination));
  }

  private int park(String sql, String destination, Instant now) {
    return jdbc.update(sql, destination, lot, REASON, Columns.sql(now), destination);
  }

  private void takeBack(String destination, Instant now) {
    var reached = listed(REACHED, destination);
    if (reached.isEmpty()) {
      return;
    }
    var uris = listed(STORIES, reached.iterator().next(), lot).toArray(String[]::new);
    if (uris.length == 0) {
      jdbc.update(DONE, destination);
      log.atInfo().addKeyValue("destination", destination).log("destination taken back");
      return;
    }
    var missed = listed(MISSED, destination, uris, REASON).toArray(String[]::new);
    if (missed.length > 0) {
      var at = Columns.sql(now);
      listed(LOCK, (Object) missed);
      int killed = jdbc.update(KILLED, at, destination, missed);
      int again = jdbc.update(RETURN, at, destination, missed, REASON);
      log.atInfo()
          .addKeyValue("destination", destination)
          .addKeyValue("stories", killed + again)
          .log("stories taken back");
    }
    jdbc.update(UP_TO, uris[uris.length - 1], destination);
  }
}
