package newsroom.publish.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Which pages are to be drawn again because a story that they link to, or would, has come, has a
/// new headline or has gone.
@Repository
public class Links {

  /// Rows are locked in the order that every other writer locks them in. A page whose site does not
  /// answer keeps its own next try; one that was given up gets another when it must lose a link,
  /// and so does one in hand, which may be given up now.
  private static final String AGAIN =
      """
      with page as (
        select d.destination, d.uri from publish.delivery d
        where (d.destination, d.uri) in (
            select p.destination, p.uri from publish.promo p
            join unnest(?, ?) as t(destination, target)
              on p.destination = t.destination and p.target = t.target
            where p.linked or not ?)
          and d.live_version is not null
          and ((? and d.lease_token is not null and d.due_at > to_timestamp(0)) or ((d.due_at is null or d.due_at > ?)
            and (d.attempts = 0 or (? and d.state = 'PARKED'))))
        order by d.destination collate "C", d.uri for update)
      update publish.delivery d set due_at = least(d.due_at, ?), seq = d.seq + 1, changed_at = ?
      from page where d.destination = page.destination and d.uri = page.uri
      returning d.destination
      """;

  /// Pages just shown that link to what was taken down while they were carried, or to the archive's
  /// address of what came meanwhile.
  private static final String STALE =
      """
      with page as (
        select distinct p.destination, p.uri
        from unnest(?, ?) as v(destination, uri)
        join publish.promo p on p.destination = v.destination and p.uri = v.uri
        where (p.linked and not p.archive and not exists (
            select 1 from publish.delivery d join publish.story s on s.uri = d.uri
            where d.destination = p.destination and d.uri = p.target
              and d.live_version is not null and d.rule is null and d.killed is null
              and s.status = 'USABLE'))
          or (p.archive and exists (
            select 1 from publish.story s where s.uri = p.target)))
      update publish.delivery d set due_at = ?, seq = d.seq + 1, changed_at = ?
      from page where d.destination = page.destination and d.uri = page.uri
        and (d.due_at is null or d.due_at > ?)
      returning d.destination
      """;

  private final JdbcTemplate jdbc;
  private final Duration pause;
  private final ArchiveLinks archive;

  /// The links.
  ///
  /// @param pause new links wait this long for others to the same page
  Links(JdbcTemplate jdbc, @Value("${newsroom.publish.relink-after:5s}") Duration pause) {
    this.jdbc = jdbc;
    this.pause = pause;
    this.archive = new ArchiveLinks(jdbc);
  }

  /// To be called before these stories are entered, and anything else is locked.
  void entering(Set<String> uris) {
    archive.entering(uris);
  }

  /// These stories were not known before: whatever page links one in the archive is due at once.
  /// Says at which destinations.
  Set<String> entered(Set<String> uris, Instant now) {
    return archive.entered(uris, now);
  }

  /// These stories may be linked no more: every page that links to one is due at once. Says at
  /// which destinations.
  public Set<String> gone(List<Slot> targets, Instant now) {
    return again(targets, true, now, now);
  }

  /// These stories are live, or have a new headline: pages that would say so are due soon.
  public Set<String> come(List<Slot> targets, Instant now) {
    return again(targets, false, now.plus(pause), now);
  }

  /// Of these pages, just shown: those that link to what is gone by now are due at once.
  public Set<String> stale(List<Slot> pages, Instant now) {
    var destinations = new TreeSet<String>();
    if (!pages.isEmpty()) {
      jdbc.query(
          STALE,
          statement ->
              new Columns<>(statement, pages)
                  .text(Slot::destination)
                  .text(Slot::uri)
                  .value(now)
                  .value(now)
                  .value(now),
          row -> {
            destinations.add(row.getString(1));
          });
    }
    return destinations;
  }

  private Set<String> again(List<Slot> targets, boolean gone, Instant due, Instant now) {
    var destinations = new TreeSet<String>();
    if (!targets.isEmpty()) {
      jdbc.query(
          AGAIN,
          statement ->
              new Columns<>(statement, targets)
                  .text(Slot::destination)
                  .text(Slot::uri)
                  .value(gone)
                  .value(gone)
                  .value(due)
                  .value(gone)
                  .value(due)
                  .value(now),
          row -> {
            destinations.add(row.getString(1));
          });
    }
    return destinations;
  }
}
