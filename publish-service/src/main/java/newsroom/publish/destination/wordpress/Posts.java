package newsroom.publish.destination.wordpress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.cms.Article;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers what was written to sites. It lies with the ledger: several instances share it.
@Component
class Posts {

  private static final String KEEP =
      """
      insert into publish.wordpress_post
        (destination, uri, post, path, link, hash, sent, trying, words, tried_at, featured, down)
      values (:destination, :uri, :post, :path, :link, :hash, :sent, :trying, :words, :tried_at,
        :featured, :down)
      on conflict (destination, uri) do update set
        post = excluded.post, path = excluded.path, link = excluded.link, hash = excluded.hash,
        sent = excluded.sent, trying = excluded.trying, words = excluded.words,
        tried_at = excluded.tried_at, featured = excluded.featured, down = excluded.down
      """;

  private final JdbcClient database;

  Posts(JdbcClient database) {
    this.database = database;
  }

  /// What is known of a story's post. The columns of `V3__wordpress.sql` say what each means.
  record Known(
      @Nullable Long post,
      @Nullable String path,
      @Nullable String link,
      @Nullable Written written,
      @Nullable Trying trying,
      @Nullable Long featured,
      boolean down) {

    static final Known NOTHING = new Known(null, null, null, null, null, null, false);

    Known trying(@Nullable Trying now) {
      return new Known(post, path, link, written, now, featured, down);
    }

    Known numbered(@Nullable Long number) {
      return new Known(number, path, link, written, trying, featured, down);
    }

    /// Where a post says what was being written when nothing more was heard, that is ours.
    Known seen(Article there) {
      if (trying == null || trying.down() || !trying.words().equals(there.words())) {
        return this;
      }
      var ours = new Written(there.hash(), trying.sent());
      return new Known(post, path, link, ours, trying, featured, down);
    }

    /// It was taken down, by the newsroom or by an editor.
    Known gone(@Nullable Long number, boolean byUs) {
      return new Known(number, path, link, written, null, featured, byUs);
    }
  }

  /// The text that the site came back with, and what had been sent for it.
  record Written(String hash, String sent) {}

  /// A write of which nobody knows yet what became of it.
  ///
  /// @param words of the text that was being written; [#DOWN] where the post was being taken down
  record Trying(String sent, String words, Instant at) {

    static final String DOWN = "down";

    static Trying down(Instant at) {
      return new Trying("", DOWN, at);
    }

    boolean down() {
      return words.equals(DOWN);
    }

    /// Whether the site may still be at it.
    boolean underWay(Instant now, Duration stillAtIt) {
      return !down() && now.isBefore(at.plus(stillAtIt));
    }
  }

  Known known(String destination, String uri) {
    return database
        .sql("select * from publish.wordpress_post where destination = :destination and uri = :uri")
        .param("destination", destination)
        .param("uri", uri)
        .query((row, _) -> known(row))
        .optional()
        .orElse(Known.NOTHING);
  }

  private static Known known(ResultSet row) throws SQLException {
    var hash = row.getString("hash");
    var words = row.getString("words");
    var at = row.getTimestamp("tried_at");
    return new Known(
        row.getObject("post", Long.class),
        row.getString("path"),
        row.getString("link"),
        hash == null ? null : new Written(hash, row.getString("sent")),
        words == null || at == null
            ? null
            : new Trying(row.getString("trying"), words, at.toInstant()),
        row.getObject("featured", Long.class),
        row.getBoolean("down"));
  }

  void keep(String destination, String uri, Known known) {
    var written = known.written();
    var trying = known.trying();
    database
        .sql(KEEP)
        .param("destination", destination)
        .param("uri", uri)
        .param("post", known.post(), Types.BIGINT)
        .param("path", known.path(), Types.VARCHAR)
        .param("link", known.link(), Types.VARCHAR)
        .param("hash", written == null ? null : written.hash(), Types.VARCHAR)
        .param("sent", written == null ? null : written.sent(), Types.VARCHAR)
        .param("trying", trying == null ? null : trying.sent(), Types.VARCHAR)
        .param("words", trying == null ? null : trying.words(), Types.VARCHAR)
        .param("tried_at", trying == null ? null : time(trying.at()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("featured", known.featured(), Types.BIGINT)
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
              "select path, link from publish.wordpress_post where destination = :destination"
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
