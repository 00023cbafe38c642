package newsroom.publish.delivery.conduct;

import static newsroom.publish.delivery.Columns.sql;
import static newsroom.publish.delivery.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The table of destinations.
@Repository
class Register {

  /// Two failures this far apart say nothing of the time between them.
  private static final Period APART = Period.ofDays(2);

  private static final String FAILED =
      """
      insert into publish.destination as d (destination, failing_since, last_failure, last_trouble)
      values (?, ?, ?, ?)
      on conflict (destination) do update set
        failing_since = case when d.last_failure > ? then d.failing_since else ? end,
        last_failure = excluded.last_failure, last_trouble = excluded.last_trouble
      """;

  private static final String ANSWERED =
      """
      update publish.destination set failing_since = null, last_failure = null
      where destination = ? and failing_since is not null
      """;

  private static final String QUIET =
      """
      insert into publish.destination (destination, quiet_until) values (?, ?)
      on conflict (destination) do update set quiet_until = excluded.quiet_until
      """;

  private static final String DISABLE =
      """
      insert into publish.destination as d (destination, disabled_at, disabled_why)
      values (?, ?, ?)
      on conflict (destination) do update
        set disabled_at = excluded.disabled_at, disabled_why = excluded.disabled_why
        where d.disabled_at is null
      """;

  private static final String ENABLE =
      """
      update publish.destination
      set disabled_at = null, disabled_why = null, failing_since = null, last_failure = null,
        quiet_until = null
      where destination = ? and disabled_at is not null
      """;

  private static final String STAYS =
      """
      select 1 from publish.destination where destination = ? and disabled_at is not null
      for share
      """;

  private final JdbcTemplate jdbc;

  Register(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Footing read(String destination) {
    var rows =
        jdbc.query(
            "select * from publish.destination where destination = ?",
            (row, _) -> footing(row),
            destination);
    return rows.isEmpty() ? Footing.GOOD : rows.getFirst();
  }

  Map<String, Footing> all() {
    var all = new LinkedHashMap<String, Footing>();
    jdbc.query(
        "select * from publish.destination order by destination",
        row -> {
          all.put(row.getString("destination"), footing(row));
        });
    return all;
  }

  /// It did not answer, or not well.
  void failed(String destination, String trouble, Instant now) {
    var at = sql(now);
    var before = sql(now.minus(APART));
    var words = trouble.replace('\0', '\ufffd');
    jdbc.update(FAILED, destination, at, at, words, before, at);
  }

  void answered(String destination) {
    jdbc.update(ANSWERED, destination);
  }

  void quiet(String destination, Instant until) {
    jdbc.update(QUIET, destination, sql(until));
  }

  /// Says whether it was enabled before.
  boolean disable(String destination, String why, Instant now) {
    return jdbc.update(DISABLE, destination, sql(now), why.replace('\0', '\ufffd')) > 0;
  }

  /// Says whether it is disabled, and leaves it so until the transaction ends.
  boolean staysDisabled(String destination) {
    return !jdbc.queryForList(STAYS, Integer.class, destination).isEmpty();
  }

  /// Says whether it was disabled before.
  boolean enable(String destination) {
    return jdbc.update(ENABLE, destination) > 0;
  }

  private static Footing footing(ResultSet row) throws SQLException {
    var disabled = time(row, "disabled_at");
    return new Footing(
        time(row, "failing_since"),
        time(row, "last_failure"),
        row.getString("last_trouble"),
        time(row, "quiet_until"),
        disabled == null ? null : new Footing.Disabled(disabled, why(row)));
  }

  private static String why(ResultSet row) throws SQLException {
    @Nullable String why = row.getString("disabled_why");
    return why == null ? "disabled by hand" : why;
  }
}
