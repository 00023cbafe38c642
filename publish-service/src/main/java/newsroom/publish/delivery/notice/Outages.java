package newsroom.publish.delivery.notice;

import static newsroom.publish.delivery.Columns.sql;
import static newsroom.publish.delivery.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import newsroom.publish.delivery.notice.Notices.Notice;
import newsroom.publish.delivery.notice.Notices.Said;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Finds destinations at which nothing has got through for some time, and those that were told of
/// and are back.
@Repository
class Outages {

  /// Where nothing waits nobody misses anything: what was refused is told of as parked.
  private static final String FAILING =
      """
      select d.destination, d.failing_since as since, d.last_trouble as trouble, w.stories
      from publish.destination d
        join lateral (
          select count(*)::int as stories from (
            select 1 from publish.delivery w
            where w.destination = d.destination and w.due_at is not null and w.attempts > 0
              and w.state <> 'PARKED'
            limit 100000) waiting) w on w.stories > 0
      where d.failing_since <= ? and d.disabled_at is null and d.destination = any(?)
        and not exists (
          select 1 from publish.notice n
          where n.destination = d.destination and n.said = 'FAILING' and n.since = d.failing_since)
      """;

  /// The last outage that was told of, where it ended by something getting through.
  private static final String RECOVERED =
      """
      select d.destination, n.since from publish.destination d
        join lateral (
          select * from publish.notice n
          where n.destination = d.destination and n.said = 'FAILING'
          order by n.since desc limit 1) n on true
      where d.failing_since is null and d.destination = any(?)
        and not exists (
          select 1 from publish.notice e
          where e.destination = d.destination
            and (e.said = 'RECOVERED' and e.since = n.since
              or e.said in ('DISABLED', 'ENABLED') and e.since >= n.since))
      """;

  private final JdbcTemplate jdbc;
  private final Notices notices;
  private final NoticeSettings settings;

  Outages(JdbcTemplate jdbc, Notices notices, NoticeSettings settings) {
    this.jdbc = jdbc;
    this.notices = notices;
    this.settings = settings;
  }

  /// Looks.
  ///
  /// @param destinations that the file of sites has
  void look(Collection<String> destinations, Instant now) {
    var names = destinations.toArray(String[]::new);
    var before = sql(now.minus(settings.failingAfter()));
    jdbc.query(FAILING, (row, _) -> failing(row, now), before, names).forEach(notices::tell);
    jdbc.query(RECOVERED, (row, _) -> recovered(row, now), (Object) names).forEach(notices::tell);
  }

  private static Notice failing(ResultSet row, Instant now) throws SQLException {
    var since = Objects.requireNonNull(time(row, "since"));
    int stories = row.getInt("stories");
    var waiting = stories == 1 ? "one story waits" : stories + " stories wait";
    var sentence =
        "nothing has got through since %s, and %s: %s"
            .formatted(since.truncatedTo(ChronoUnit.SECONDS), waiting, row.getString("trouble"));
    return new Notice(
        row.getString("destination"), Said.FAILING, since, now, sentence, stories, List.of());
  }

  private static Notice recovered(ResultSet row, Instant now) throws SQLException {
    var since = Objects.requireNonNull(time(row, "since"));
    var sentence =
        "stories get through again; none had since " + since.truncatedTo(ChronoUnit.SECONDS);
    return new Notice(row.getString("destination"), Said.RECOVERED, since, now, sentence);
  }
}
