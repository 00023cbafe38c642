package newsroom.publish.delivery;

import static newsroom.publish.delivery.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The table of stories and their takes.
@Repository
class Stories {

  private static final String LOCK =
      """
      select uri, version, created, revision, status, embargoed_until, expires, received,
             undated, content_hash, killed_version, killed_created
      from publish.story where uri = any(?) order by uri for no key update
      """;

  private static final String COLUMNS =
      """
      unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        as v(uri, version, created, revision, status, embargoed_until, expires, received,
             undated, content_hash, killed_version, killed_created)
      """;

  private static final String INSERT =
      """
      insert into publish.story (uri, version, created, revision, status, embargoed_until, expires,
        received, undated, content_hash, killed_version, killed_created)
      select * from
      """
          + COLUMNS
          + " order by uri on conflict do nothing";

  private static final String UPDATE =
      """
      update publish.story s set version = v.version, created = v.created, revision = v.revision,
        status = v.status, embargoed_until = v.embargoed_until, expires = v.expires,
        received = v.received, undated = v.undated, content_hash = v.content_hash,
        killed_version = v.killed_version, killed_created = v.killed_created
      from
      """
          + COLUMNS
          + " where s.uri = v.uri";

  private static final String SUPERSEDE =
      """
      update publish.take t set outcome = 'superseded',
        payload = case when exists (
          select 1 from publish.delivery d where d.uri = t.uri
            and (d.lease_token is not null or (d.live_version = t.version
              and d.live_created = t.created and d.live_revision = t.revision)))
          then payload end
      where uri = any(?) and outcome = 'current'
      """;

  private static final String TAKE =
      """
      insert into publish.take (uri, version, created, revision, payload, arrived, outcome)
      select v.uri, v.version, v.created, v.revision, v.payload, ?, v.outcome
      from unnest(?, ?, ?, ?, ?, ?) as v(uri, version, created, revision, payload, outcome)
      on conflict (uri, version, created, revision) do nothing
      """;

  private final JdbcTemplate jdbc;
  private final About about;

  Stories(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.about = new About(jdbc);
  }

  /// What is known of these stories, held fast until the transaction ends.
  Map<String, Standing> lock(Collection<String> uris) {
    var known = new HashMap<String, Standing>();
    var list = List.copyOf(uris);
    jdbc.query(
        LOCK,
        statement -> new Columns<>(statement, list).text(uri -> uri),
        row -> {
          known.put(row.getString("uri"), standing(row));
        });
    return known;
  }

  /// Writes down stories that were not known.
  void insert(Map<String, Standing> stories) {
    if (stories.isEmpty()) {
      return;
    }
    if (write(INSERT, stories) != stories.size()) {
      // a consumer that has lost the partition still writes: once more, on top of what it wrote
      throw new ConcurrencyFailureException("another instance entered one of these stories too");
    }
  }

  void update(Map<String, Standing> stories) {
    if (!stories.isEmpty()) {
      write(UPDATE, stories);
    }
  }

  /// Marks what these stories had as current as superseded.
  void supersede(Collection<String> uris) {
    var list = List.copyOf(uris);
    if (!list.isEmpty()) {
      jdbc.update(SUPERSEDE, statement -> new Columns<>(statement, list).text(uri -> uri));
    }
  }

  void take(List<Take> takes, Instant arrived) {
    if (takes.isEmpty()) {
      return;
    }
    jdbc.update(
        TAKE,
        statement ->
            new Columns<>(statement, takes)
                .value(arrived)
                .text(take -> take.arrival().story().uri())
                .bigint(take -> take.mark().version())
                .time(take -> take.mark().created())
                .integer(take -> take.mark().revision())
                .bytes(Take::payload)
                .text(Take::outcome));
    about.note(takes.stream().filter(Take::current).map(Take::arrival).toList(), arrived);
  }

  private int write(String sql, Map<String, Standing> stories) {
    var rows = List.copyOf(stories.entrySet());
    return jdbc.update(
        sql,
        statement ->
            new Columns<Map.Entry<String, Standing>>(statement, rows)
                .text(Map.Entry::getKey)
                .bigint(row -> word(row).mark().version())
                .time(row -> word(row).mark().created())
                .integer(row -> word(row).mark().revision())
                .text(row -> word(row).status().name())
                .time(row -> word(row).embargoedUntil())
                .time(row -> word(row).expires())
                .time(row -> word(row).received())
                .bool(row -> word(row).undated())
                .text(row -> word(row).text().hash())
                .bigint(row -> killedVersion(row.getValue().killed()))
                .time(row -> killedCreated(row.getValue().killed())));
  }

  private static @Nullable Long killedVersion(Standing.@Nullable Kill kill) {
    return kill == null ? null : kill.version();
  }

  private static @Nullable Instant killedCreated(Standing.@Nullable Kill kill) {
    return kill == null ? null : kill.created();
  }

  private static Word word(Map.Entry<String, Standing> row) {
    return row.getValue().word();
  }

  private static Standing standing(ResultSet row) throws SQLException {
    var killed = time(row, "killed_created");
    return new Standing(
        new Word(
            new Mark(
                row.getLong("version"),
                Objects.requireNonNull(time(row, "created")),
                row.getInt("revision")),
            Story.Status.valueOf(row.getString("status")),
            time(row, "embargoed_until"),
            time(row, "expires"),
            Objects.requireNonNull(time(row, "received")),
            new Word.Text(row.getBoolean("undated"), row.getString("content_hash"))),
        killed == null ? null : new Standing.Kill(row.getLong("killed_version"), killed));
  }
}
