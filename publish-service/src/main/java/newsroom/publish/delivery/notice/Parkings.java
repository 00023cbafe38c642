package newsroom.publish.delivery.notice;

import static newsroom.publish.delivery.Columns.sql;

import java.time.Instant;
import java.util.List;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Slot;
import newsroom.publish.delivery.notice.Notices.Notice;
import newsroom.publish.delivery.notice.Notices.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Finds stories that were parked since the last look. What was told once is not told again while
/// it lies there; what is parked anew after a retry is.
@Repository
@EnableConfigurationProperties(NoticeSettings.class)
class Parkings {

  /// Whoever takes many out of PARKED meanwhile, in an order of his own, comes before or after.
  /// Behind one who waits for that everybody queues who takes out a single one: so it waits for a
  /// moment only and comes again with the next look.
  private static final String ALONE =
      """
      set local lock_timeout = '2s';
      lock table publish.notice_parked in share row exclusive mode;
      set local lock_timeout = 0
      """;

  private static final String LIES = "d.state = 'PARKED' and not d.set_aside";

  /// Where the destination is disabled its operator knows.
  private static final String NEW =
      """
      select d.destination, d.uri from publish.delivery d
      where %s and not exists (
        select 1 from publish.notice_parked p where p.destination = d.destination and p.uri = d.uri)
      limit 10000
      """
          .formatted(LIES);

  private static final String NO_MORE =
      """
      select p.destination, p.uri from publish.notice_parked p
      where not exists (
        select 1 from publish.delivery d
        where d.destination = p.destination and d.uri = p.uri and %s)
      limit 10000
      """
          .formatted(LIES);

  private static final String SEE =
      """
      insert into publish.notice_parked (destination, uri, seen_at)
      select d.destination, d.uri, ? from unnest(?, ?) v(destination, uri)
        join publish.delivery d on d.destination = v.destination and d.uri = v.uri
      where %s
      on conflict do nothing
      """
          .formatted(LIES);

  private static final String FORGET =
      """
      delete from publish.notice_parked p using unnest(?, ?) v(destination, uri)
      where p.destination = v.destination and p.uri = v.uri and not exists (
        select 1 from publish.delivery d
        where d.destination = v.destination and d.uri = v.uri and %s)
      """
          .formatted(LIES);

  private static final String RIPE =
      """
      select p.destination from publish.notice_parked p
      where not p.told and not exists (
        select 1 from publish.notice n
        where n.destination = p.destination and n.said = 'PARKED' and n.since > ?)
      group by p.destination having min(p.seen_at) <= ?
      """;

  private static final String REASONS =
      """
      select coalesce(d.reason, 'nobody knows why') as reason, count(*)::int as stories,
        min(d.uri) as such_as
      from publish.notice_parked p
        join publish.delivery d on d.destination = p.destination and d.uri = p.uri
      where p.destination = ? and not p.told
      group by 1 order by 2 desc, 1
      """;

  private static final String TOLD =
      "update publish.notice_parked set told = true where destination = ? and not told";

  private static final int MOST_REASONS = 3;

  private final JdbcTemplate jdbc;
  private final Notices notices;
  private final NoticeSettings settings;

  Parkings(JdbcTemplate jdbc, Notices notices, NoticeSettings settings) {
    this.jdbc = jdbc;
    this.notices = notices;
    this.settings = settings;
  }

  private record Reason(String reason, int stories, String suchAs) {

    String words() {
      return stories + ": " + reason;
    }
  }

  void look(Instant now) {
    var lies = keys(NEW);
    var gone = keys(NO_MORE);
    // read first: whoever takes a story out of PARKED waits for the table, if only for these few
    if (!lies.isEmpty() || !gone.isEmpty()) {
      jdbc.execute(ALONE);
      write(FORGET, gone, null);
      write(SEE, lies, now);
    }
    var ripe =
        jdbc.queryForList(
            RIPE,
            String.class,
            sql(now.minus(settings.parkedAgain())),
            sql(now.minus(settings.gather())));
    for (var destination : ripe) {
      tell(String.valueOf(destination), now);
    }
  }

  private List<Slot> keys(String sql) {
    return jdbc.query(sql, (row, _) -> new Slot(row.getString(1), row.getString(2)));
  }

  private void write(String sql, List<Slot> keys, @Nullable Instant at) {
    jdbc.update(
        sql,
        statement -> {
          var columns = new Columns<>(statement, keys);
          if (at != null) {
            columns.value(at);
          }
          columns.text(Slot::destination).text(Slot::uri);
        });
  }

  private void tell(String destination, Instant now) {
    var reasons =
        jdbc.query(
            REASONS,
            (row, _) -> new Reason(row.getString(1), row.getInt(2), row.getString(3)),
            destination);
    jdbc.update(TOLD, destination);
    int stories = reasons.stream().mapToInt(Reason::stories).sum();
    var first = reasons.stream().limit(MOST_REASONS).toList();
    var more = reasons.size() > MOST_REASONS ? "; and other reasons" : "";
    var words = String.join("; ", first.stream().map(Reason::words).toList()) + more;
    var sentence =
        (stories == 1
                ? "one story is parked and not tried again by itself ("
                : stories + " stories are parked and not tried again by themselves (")
            + words
            + ")";
    var suchAs = first.stream().map(Reason::suchAs).toList();
    notices.tell(new Notice(destination, Said.PARKED, now, now, sentence, stories, suchAs));
  }
}
