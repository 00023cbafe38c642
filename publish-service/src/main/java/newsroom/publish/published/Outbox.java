package newsroom.publish.published;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Stories of which `articles.published` is to hear. Written in the transaction that changes what
/// there is to say, so that neither happens without the other.
@Repository
public class Outbox {

  /// Of a story that was never live nothing is said, except that it was killed or withheld: it may
  /// stand in an archive. Rows are written in one order everywhere, so that two writers never wait
  /// for each other.
  private static final String SAY =
      """
      insert into publish.outbox (uri, not_before)
      select s.uri, greatest(?, coalesce(s.said_at + make_interval(secs => ?), ?))
      from publish.story s
      where s.uri = any(?) and (s.status <> 'USABLE' or exists (
        select 1 from publish.delivery d where d.uri = s.uri and d.first_live is not null))
      order by s.uri
      on conflict (uri) do update
        set seq = outbox.seq + 1, parked = null, not_before = least(outbox.not_before, excluded.not_before)
      """;

  private final JdbcTemplate jdbc;
  private final Duration pace;

  /// An outbox.
  ///
  /// @param pace a story is said at most once in this time, except that it was killed
  Outbox(JdbcTemplate jdbc, @Value("${newsroom.publish.say-every:1s}") Duration pace) {
    this.jdbc = jdbc;
    this.pace = pace;
  }

  /// There is news of these stories, to be said at the story's pace. Returns how many are to be
  /// said.
  public int say(Collection<String> uris, Instant now) {
    return say(uris, now, pace);
  }

  /// There is news of these stories that must not wait.
  public int sayAtOnce(Collection<String> uris, Instant now) {
    return say(uris, now, Duration.ZERO);
  }

  private int say(Collection<String> uris, Instant now, Duration pace) {
    if (uris.isEmpty()) {
      return 0;
    }
    return jdbc.update(
        SAY,
        statement -> {
          statement.setTimestamp(1, Timestamp.from(now));
          statement.setDouble(2, pace.toMillis() / 1000.0);
          statement.setTimestamp(3, Timestamp.from(now));
          statement.setArray(
              4, statement.getConnection().createArrayOf("text", uris.toArray(String[]::new)));
        });
  }
}
