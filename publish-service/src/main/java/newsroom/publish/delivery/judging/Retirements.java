package newsroom.publish.delivery.judging;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import newsroom.publish.delivery.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// What becomes of deliveries whose destination is no longer in the file of sites, and when it is
/// there again. What readers see stays as it is: nothing is taken down because a line was.
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

  private static final String RETIRE =
      "insert into publish.retired values (?, ?) on conflict do nothing";

  private static final String PARK =
      """
      update publish.delivery set state = case when state = 'LIVE' then 'LIVE' else 'PARKED' end,
        reason = ?, due_at = null, waits = false, judge_at = null, changed_at = ?, seq = seq + 1
      where destination = ? and
      """;

  private static final String DUE = PARK + "due_at is not null";

  /// Asked of all that there is, once.
  private static final String WAITING = PARK + "waits";

  /// A kill that came in the meantime needs no judging.
  private static final String KILLED =
      """
      update publish.delivery d set state = 'DUE', due_at = ?, changed_at = ?, attempts = 0,
        seq = d.seq + 1
      from publish.story s
      where s.uri = d.uri and d.destination = ? and (s.status <> 'USABLE' or d.killed is not null)
        and (d.live_version is not null or d.tried
          or ((s.status = 'CANCELED' or d.killed is not null) and d.live_hash = 'kept'))
      """;

  private static final String RETURN =
      """
      update publish.delivery d set waits = true, judge_at = ?
      from publish.story s
      where s.uri = d.uri and d.destination = ? and s.status = 'USABLE'
        and (d.reason = ? or (d.live_version is not null
          and (d.live_version, d.live_created, d.live_revision)
            is distinct from (s.version, s.created, s.revision)))
      """;

  /// All that a large ledger has of a destination is looked at once, which takes longer than any
  /// answer may otherwise. The pool gives the connection its usual patience back.
  private static final ConnectionCallback<Boolean> PATIENTLY =
      connection -> {
        connection.setNetworkTimeout(Runnable::run, 0);
        return true;
      };

  /// Otherwise nothing is read from end to end, as almost nothing should be.
  private static final String WHOLLY =
      "set local enable_seqscan = on; set local enable_hashjoin = on; set local enable_bitmapscan = on";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  Retirements(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /// These are all the destinations there are. Says which have something to carry now.
  Set<String> reconcile(Set<String> names, Instant now) {
    var gone = new HashSet<>(listed(KNOWN));
    gone.removeAll(names);
    gone.forEach(name -> transaction.executeWithoutResult(_ -> retire(name, now)));
    var back = new HashSet<>(listed("select destination from publish.retired"));
    back.retainAll(names);
    back.forEach(name -> transaction.executeWithoutResult(_ -> takeBack(name, now)));
    return back;
  }

  private Collection<String> listed(String sql) {
    return jdbc.queryForList(sql, String.class).stream().map(Objects::requireNonNull).toList();
  }

  private void retire(String destination, Instant now) {
    jdbc.execute(PATIENTLY);
    boolean first = jdbc.update(RETIRE, destination, Columns.sql(now)) > 0;
    int parked = jdbc.update(DUE, REASON, Columns.sql(now), destination);
    if (first) {
      parked += jdbc.update(WAITING, REASON, Columns.sql(now), destination);
    }
    if (first || parked > 0) {
      log.atInfo()
          .addKeyValue("destination", destination)
          .addKeyValue("parked", parked)
          .log("destination retired");
    }
  }

  private void takeBack(String destination, Instant now) {
    var at = Columns.sql(now);
    jdbc.execute(PATIENTLY);
    jdbc.execute(WHOLLY);
    jdbc.update("delete from publish.retired where destination = ?", destination);
    int killed = jdbc.update(KILLED, Columns.sql(Instant.EPOCH), at, destination);
    int again = jdbc.update(RETURN, at, destination, REASON);
    log.atInfo()
        .addKeyValue("destination", destination)
        .addKeyValue("stories", killed + again)
        .log("destination taken back");
  }
}
