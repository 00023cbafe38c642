package newsroom.publish.delivery.reading;

import static newsroom.publish.delivery.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.DeliveryState;
import newsroom.publish.delivery.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What the ledger says to people.
@Component
class Accounts {

  private static final String DELIVERIES =
      """
      select d.*, case when d.lease_until > ? then 'LEASED' else d.state end as stands
      from publish.delivery d
      """;

  private static final String TAKES =
      """
      select version, created, revision, arrived, outcome from publish.take where uri = ?
      order by arrived, version, created, revision
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Accounts(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A story.
  ///
  /// @param pubStatus of the word that counts
  record StoryAccount(
      String uri,
      String pubStatus,
      long version,
      Instant versionCreated,
      @Nullable Instant embargoedUntil,
      @Nullable Instant expires,
      List<DeliveryAccount> deliveries,
      List<TakeAccount> versions) {}

  /// A delivery.
  ///
  /// @param nextTry when there is something to do; null when there is nothing
  record DeliveryAccount(
      String uri,
      String site,
      String destination,
      DeliveryState state,
      @Nullable String reason,
      @Nullable Long liveVersion,
      @Nullable String url,
      @Nullable Instant liveSince,
      @Nullable Instant firstLive,
      int attempts,
      @Nullable Instant nextTry) {}

  /// A version as it came.
  ///
  /// @param outcome current, superseded, older, or unchanged
  record TakeAccount(
      long version, Instant versionCreated, int revision, Instant arrived, String outcome) {}

  Optional<StoryAccount> story(String uri) {
    return jdbc
        .query("select * from publish.story where uri = ?", (row, _) -> story(row), uri)
        .stream()
        .findFirst();
  }

  List<DeliveryAccount> deliveries(@Nullable String site, @Nullable DeliveryState state, int most) {
    var now = Columns.sql(clock.instant());
    var name = state == null ? null : state.name();
    var sql =
        "select * from ("
            + DELIVERIES
            + ") d where (?::text is null or d.site = ?) and (?::text is null or d.stands = ?)"
            + " order by d.changed_at desc limit ?";
    return jdbc.query(sql, (row, _) -> delivery(row), now, site, site, name, name, most);
  }

  private StoryAccount story(ResultSet row) throws SQLException {
    var uri = row.getString("uri");
    var now = Columns.sql(clock.instant());
    var deliveries = DELIVERIES + " where d.uri = ? order by d.destination";
    return new StoryAccount(
        uri,
        row.getString("status"),
        row.getLong("version"),
        known(row, "created"),
        time(row, "embargoed_until"),
        time(row, "expires"),
        jdbc.query(deliveries, (it, _) -> delivery(it), now, uri),
        jdbc.query(TAKES, (it, _) -> take(it), uri));
  }

  private static DeliveryAccount delivery(ResultSet row) throws SQLException {
    var live = row.getObject("live_version", Long.class);
    return new DeliveryAccount(
        row.getString("uri"),
        row.getString("site"),
        row.getString("destination"),
        DeliveryState.valueOf(row.getString("stands")),
        row.getString("reason"),
        live,
        row.getString("url"),
        live == null ? null : time(row, "live_since"),
        time(row, "first_live"),
        row.getInt("attempts"),
        Wish.earlier(time(row, "due_at"), time(row, "judge_at")));
  }

  private static TakeAccount take(ResultSet row) throws SQLException {
    return new TakeAccount(
        row.getLong("version"),
        known(row, "created"),
        row.getInt("revision"),
        known(row, "arrived"),
        row.getString("outcome"));
  }

  private static Instant known(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(time(row, column), column);
  }
}
