package newsroom.publish.delivery.carrying;

import java.time.Clock;
import java.time.Duration;
import newsroom.publish.broker.Migration;
import newsroom.publish.delivery.Columns;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;

/// Forgets after a time that a version came, where it counts no longer, a little at a time: nobody
/// waits for it, and wherever it ends it goes on. What a story stands at is never forgotten, nor
/// which destination has it: by these alone an event that comes again is known, however old.
@Repository
class Forgetting {

  private static final int LOT = 500;
  private static final int LOTS = 20;

  /// The first of several versions of what others tell too says who told it first: it is kept.
  private static final String FORGET =
      """
      with lot as (
        select t.uri, t.version, t.created, t.revision,
          exists (select 1 from publish.telling o where o.uri = t.uri) as told
        from publish.take t
        where t.outcome <> 'current' and t.payload is null and not t.kept and t.arrived < ?
        order by t.arrived limit ? for update of t skip locked),
      kept as (
        update publish.take t set kept = true from lot
        where lot.told and t.uri = lot.uri and t.version = lot.version
          and t.created = lot.created and t.revision = lot.revision),
      gone as (
        delete from publish.take t using lot
        where not lot.told and t.uri = lot.uri and t.version = lot.version
          and t.created = lot.created and t.revision = lot.revision)
      select count(*) from lot
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final Migration ledger;
  private final Duration keep;

  /// Forgetting.
  ///
  /// @param keep versions that came no longer ago than this are remembered
  Forgetting(
      JdbcTemplate jdbc,
      Clock clock,
      Migration ledger,
      @Value("${newsroom.publish.keep-versions:90d}") Duration keep) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.ledger = ledger;
    this.keep = keep;
  }

  @Scheduled(fixedDelayString = "${newsroom.publish.forget-every:1m}")
  void forget() {
    try {
      for (int lots = 0; ledger.done() && lots < LOTS && lot() == LOT; lots++) {}
    } catch (DataAccessException | TransactionException e) {
      // the ledger is away, as health says: it goes on when that is back
    }
  }

  /// Forgets a few, in a transaction of their own. Returns how many were looked at.
  int lot() {
    var before = Columns.sql(clock.instant().minus(keep));
    var looked = jdbc.queryForObject(FORGET, Integer.class, before, LOT);
    return looked == null ? 0 : looked;
  }
}
