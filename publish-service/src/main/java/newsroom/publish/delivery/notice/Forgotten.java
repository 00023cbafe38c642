package newsroom.publish.delivery.notice;

import static newsroom.publish.delivery.Columns.sql;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// What was told long ago, and is forgotten.
@Repository
class Forgotten {

  private static final Duration EVERY = Duration.ofHours(1);

  /// The last of each kind stays: by it the same outage is known to have been told of.
  private static final String NOTICES =
      """
      delete from publish.notice n where n.at < ?
        and exists (select 1 from publish.notice newer
          where newer.destination = n.destination and newer.said = n.said and newer.id > n.id)
      """;

  private static final String POSTS =
      """
      delete from publish.bulletin_post p using publish.bulletin b
      where b.id = p.bulletin and b.at < ? and p.due_at is null
      """;

  private static final String BULLETINS =
      """
      delete from publish.bulletin b where b.at < ?
        and not exists (select 1 from publish.bulletin_post p where p.bulletin = b.id)
      """;

  private final JdbcTemplate jdbc;
  private final NoticeSettings settings;
  private Instant next = Instant.EPOCH;

  Forgotten(JdbcTemplate jdbc, NoticeSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /// Once an hour.
  void look(Instant now) {
    if (now.isBefore(next)) {
      return;
    }
    var before = sql(now.minus(settings.keep()));
    jdbc.update(POSTS, before);
    jdbc.update(BULLETINS, before);
    jdbc.update(NOTICES, before);
    next = now.plus(EVERY);
  }
}
