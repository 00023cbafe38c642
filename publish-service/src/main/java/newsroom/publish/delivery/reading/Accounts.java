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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The whole path of a story, as people are told of it.
@Component
class Accounts {

  private static final String STORY =
      """
      select s.*, a.agency, a.guid, a.headline, o.not_before, o.parked
      from publish.story s left join publish.about a on a.uri = s.uri
        left join publish.outbox o on o.uri = s.uri
      where s.uri = ?
      """;

  private static final String DELIVERIES =
      DeliveryAccount.COLUMNS
          + """
          from publish.delivery d left join publish.about a on a.uri = d.uri
          where d.uri = ? order by d.destination
          """;

  private static final String TAKES =
      """
      select version, created, revision, arrived, outcome from publish.take where uri = ?
      order by arrived, version, created, revision
      """;

  private static final String KILLS =
      "select site, at, by, why from publish.desk_kill where uri = ? order by site";

  private static final String RELEASES =
      "select site, at, by, null as why from publish.release where uri = ? order by site";

  /// What was done to the story, and what was done to many and touched it last.
  private static final String DAYBOOK =
      """
      select id, at, by, act, why, site, chosen from publish.daybook where uri = ?
      union
      select b.id, b.at, b.by, b.act, b.why, b.site, b.chosen
      from publish.delivery d join publish.daybook b on b.id = d.daybook where d.uri = ?
      order by id
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
  /// @param kill by its agency, the greatest of them; null when there was none
  /// @param deskKills by editors, not lifted
  /// @param daybook what people did to it
  record StoryAccount(
      String uri,
      @Nullable String agency,
      @Nullable String guid,
      @Nullable String headline,
      String pubStatus,
      long version,
      Instant versionCreated,
      int revision,
      Instant received,
      @Nullable Instant embargoedUntil,
      @Nullable Instant expires,
      @Nullable Kill kill,
      List<Said> deskKills,
      List<Said> releases,
      LastWordAccount lastWord,
      List<DeliveryAccount> deliveries,
      List<TakeAccount> versions,
      List<DaybookAccount> daybook) {}

  /// A kill by the agency: what is not above both never comes back.
  record Kill(long version, Instant created) {}

  /// What an editor said of the story at a site, or everywhere.
  ///
  /// @param site null for everywhere
  record Said(@Nullable String site, Instant at, String by, @Nullable String why) {}

  /// What `articles.published` heard of it.
  ///
  /// @param said when it last did
  /// @param next when it will again; null when there is no news
  /// @param parked why Kafka will never take it as it is
  record LastWordAccount(@Nullable Instant said, @Nullable Instant next, @Nullable String parked) {}

  /// A version as it came.
  ///
  /// @param outcome current, superseded, older, or unchanged
  record TakeAccount(
      long version, Instant versionCreated, int revision, Instant arrived, String outcome) {}

  /// What somebody did by hand.
  ///
  /// @param chosen what was chosen where it was done to many
  record DaybookAccount(
      long line,
      Instant at,
      String by,
      String act,
      String why,
      @Nullable String site,
      @Nullable String chosen) {}

  Optional<StoryAccount> story(String uri) {
    return jdbc.query(STORY, (row, _) -> story(row), uri).stream().findFirst();
  }

  private StoryAccount story(ResultSet row) throws SQLException {
    var uri = row.getString("uri");
    var now = Columns.sql(clock.instant());
    var killed = time(row, "killed_created");
    return new StoryAccount(
        uri,
        row.getString("agency"),
        row.getString("guid"),
        row.getString("headline"),
        row.getString("status"),
        row.getLong("version"),
        known(row, "created"),
        row.getInt("revision"),
        known(row, "received"),
        time(row, "embargoed_until"),
        time(row, "expires"),
        killed == null ? null : new Kill(row.getLong("killed_version"), killed),
        jdbc.query(KILLS, (it, _) -> said(it), uri),
        jdbc.query(RELEASES, (it, _) -> said(it), uri),
        new LastWordAccount(time(row, "said_at"), time(row, "not_before"), row.getString("parked")),
        jdbc.query(DELIVERIES, (it, _) -> DeliveryAccount.of(it), now, uri),
        jdbc.query(TAKES, (it, _) -> take(it), uri),
        jdbc.query(DAYBOOK, (it, _) -> line(it), uri, uri));
  }

  private static Said said(ResultSet row) throws SQLException {
    var site = row.getString("site");
    return new Said(
        site.isEmpty() ? null : site, known(row, "at"), row.getString("by"), row.getString("why"));
  }

  private static DaybookAccount line(ResultSet row) throws SQLException {
    return new DaybookAccount(
        row.getLong("id"),
        known(row, "at"),
        row.getString("by"),
        row.getString("act"),
        row.getString("why"),
        row.getString("site"),
        row.getString("chosen"));
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
