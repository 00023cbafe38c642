package newsroom.publish.destination.cms.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.cms.post.Known.Trying;
import newsroom.publish.destination.cms.post.Known.Written;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Remembers what was written to sites. It lies with the ledger: several instances share it.
public final class Posts {

  private final JdbcClient database;
  private final Table table;
  private final String keep;

  public Posts(JdbcClient database, Table table) {
    this.database = database;
    this.table = table;
    this.keep =
        """
          insert into publish.%1$s
            (destination, uri, post, path, link, hash, sent, trying, words, tried_at, %2$s, down)
          values (:destination, :uri, cast(:post as %3$s), :path, :link, :hash, :sent, :trying, :words,
            :tried_at, cast(:picture as %3$s), :down)
          on conflict (destination, uri) do update set
            post = excluded.post, path = excluded.path, link = excluded.link, hash = excluded.hash,
            sent = excluded.sent, trying = excluded.trying, words = excluded.words,
            tried_at = excluded.tried_at, %2$s = excluded.%2$s, down = excluded.down
          """
            .formatted(table.name(), table.picture(), table.type());
  }

  /// Where they stand.
  ///
  /// @param picture the column of the picture that leads a post
  /// @param type of what the sites call posts and pictures
  public record Table(String name, String picture, String type) {}

  Known known(String destination, String uri) {
    return database
        .sql(
            "select * from publish."
                + table.name()
                + " where destination = :destination and uri = :uri")
        .param("destination", destination)
        .param("uri", uri)
        .query((row, _) -> known(row))
        .optional()
        .orElse(Known.NOTHING);
  }

  private Known known(ResultSet row) throws SQLException {
    var hash = row.getString("hash");
    var words = row.getString("words");
    var at = row.getTimestamp("tried_at");
    return new Known(
        row.getString("post"),
        row.getString("path"),
        row.getString("link"),
        hash == null ? null : new Written(hash, row.getString("sent")),
        words == null || at == null
            ? null
            : new Trying(row.getString("trying"), words, at.toInstant()),
        row.getString(table.picture()),
        row.getBoolean("down"));
  }

  void keep(String destination, String uri, Known known) {
    var written = known.written();
    var trying = known.trying();
    database
        .sql(keep)
        .param("destination", destination)
        .param("uri", uri)
        .param("post", known.post(), Types.VARCHAR)
        .param("path", known.path(), Types.VARCHAR)
        .param("link", known.link(), Types.VARCHAR)
        .param("hash", written == null ? null : written.hash(), Types.VARCHAR)
        .param("sent", written == null ? null : written.sent(), Types.VARCHAR)
        .param("trying", trying == null ? null : trying.sent(), Types.VARCHAR)
        .param("words", trying == null ? null : trying.words(), Types.VARCHAR)
        .param("tried_at", trying == null ? null : time(trying.at()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("picture", known.picture(), Types.VARCHAR)
        .param("down", known.down())
        .update();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// The site's own addresses of stories, by the newsroom's below the site's root.
  Map<String, String> links(String destination, List<String> paths) {
    var links = new HashMap<String, String>();
    if (!paths.isEmpty()) {
      database
          .sql(
              "select path, link from publish."
                  + table.name()
                  + " where destination = :destination"
                  + " and path = any(:paths) and link is not null and not down")
          .param("destination", destination)
          .param("paths", paths.toArray(String[]::new))
          .query(
              row -> {
                links.put(row.getString("path"), row.getString("link"));
              });
    }
    return links;
  }
}
