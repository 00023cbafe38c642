package newsroom.publish.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/// Links to stories that the newsroom never had, at the archive's own address. From the moment that
/// such a story enters the ledger, its own word counts, and pages that link the archive's are drawn
/// again.
///
/// A story that is not there cannot be held. So whoever enters stories and whoever links to the
/// archive hold one of a few locks instead, which a story's uri decides: of two who cross the
/// second finds what the first wrote.
public final class ArchiveLinks {

  private static final int LOCKS = 64;

  /// Sets these locks apart from those of others.
  private static final int KIND = 0x41726368;

  private static final String ENTERING =
      "select pg_advisory_xact_lock_shared(?, lock) from unnest(?) as lock order by lock";

  private static final String LINKING =
      "select pg_advisory_xact_lock(?, lock) from unnest(?) as lock order by lock";

  /// Rows are locked, and pages chosen, as [Links] does: what is in hand as well, which may come
  /// back with the page as it was.
  private static final String AGAIN =
      """
      with page as (
        select d.destination, d.uri from publish.delivery d
        where (d.destination, d.uri) in (
            select p.destination, p.uri from publish.promo p
            where p.archive and p.target = any(?))
          and d.live_version is not null
          and ((d.lease_token is not null and d.due_at > to_timestamp(0)) or ((d.due_at is null or d.due_at > ?)
            and (d.attempts = 0 or d.state = 'PARKED')))
        order by d.destination collate "C", d.uri for update)
      update publish.delivery d set due_at = least(d.due_at, ?), seq = d.seq + 1, changed_at = ?
      from page where d.destination = page.destination and d.uri = page.uri
      returning d.destination
      """;

  private final JdbcTemplate jdbc;

  public ArchiveLinks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// To be called before these stories are looked up, and anything else is locked.
  void entering(Collection<String> uris) {
    lock(ENTERING, uris);
  }

  /// To be called before links to these are written down, and anything else is locked.
  public void linking(Collection<String> targets) {
    lock(LINKING, targets);
  }

  private void lock(String sql, Collection<String> uris) {
    // in one order, so that nobody waits in a ring
    var locks = new TreeSet<Integer>();
    uris.forEach(uri -> locks.add(Math.floorMod(uri.hashCode(), LOCKS)));
    if (!locks.isEmpty()) {
      jdbc.query(
          sql,
          statement -> new Columns<>(statement, List.copyOf(locks)).value(KIND).integer(it -> it),
          (row, _) -> true);
    }
  }

  /// These stories were not known and are now: pages that link them in the archive are due at once.
  /// Says at which destinations.
  Set<String> entered(Collection<String> uris, Instant now) {
    var destinations = new TreeSet<String>();
    if (!uris.isEmpty()) {
      jdbc.query(
          AGAIN,
          statement ->
              new Columns<>(statement, List.copyOf(uris))
                  .text(uri -> uri)
                  .value(now)
                  .value(now)
                  .value(now),
          row -> {
            destinations.add(row.getString(1));
          });
    }
    return destinations;
  }
}
