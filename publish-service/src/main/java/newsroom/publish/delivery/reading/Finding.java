package newsroom.publish.delivery.reading;

import static newsroom.publish.delivery.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Finds stories by what people call them, newest first.
@Component
class Finding {

  private static final String COLUMNS =
      "select a.uri, a.agency, a.guid, a.headline, a.arrived, s.version, s.status ";

  private static final String FOUND =
      COLUMNS + "from publish.about a join publish.story s on s.uri = a.uri where ";

  private static final String NEWEST = " order by a.arrived desc, a.uri limit ?";

  private static final String BY_GUID = "left(a.guid, 200) = left(?, 200) and a.guid = ?";

  private static final String SAYS =
      "to_tsvector('simple', left(headline, 500)) @@ to_tsquery('simple', ?)";

  /// A common word is in some of the newest, and it is these that are asked for.
  private static final String OF_LATE =
      COLUMNS
          + """
          from (select * from publish.about order by arrived desc, uri desc limit 2000) a
          join publish.story s on s.uri = a.uri where
          """
          + SAYS;

  /// Nothing but the words is asked for first: the newest of all stories are no help.
  private static final String BY_HEADLINE =
      """
      a.uri in (with hit as materialized (
          select uri, arrived from publish.about where %s limit 10000)
        select uri from hit order by arrived desc, uri limit ?)
      """
          .formatted(SAYS);

  private static final String BY_TAIL =
      """
      right(a.uri, 8) = ? and exists (
        select 1 from publish.delivery d where d.uri = a.uri
          and (rtrim(d.url, '/') = ? or position('/' || rtrim(d.path, '/') in ?) > 0))
      """;

  /// As in the address of every page, and in what other systems make of that.
  private static final Pattern TAIL = Pattern.compile("-([0-9a-f]{8})(?![0-9a-z])");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final JdbcTemplate jdbc;

  Finding(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A story that was found.
  record Found(
      String uri,
      @Nullable String agency,
      @Nullable String guid,
      @Nullable String headline,
      Story.Status pubStatus,
      long version,
      @Nullable Instant arrived) {}

  List<Found> byGuid(String guid, int most) {
    return find(BY_GUID, guid, guid, most);
  }

  /// Every word must be in the headline, or begin one of its words.
  List<Found> byHeadline(String words, int most) {
    var query =
        NO_LETTER
            .splitAsStream(words)
            .filter(word -> !word.isEmpty())
            .map(word -> word + ":*")
            .toList();
    if (query.isEmpty()) {
      throw Problem.senseless("“headline” has no word in it");
    }
    var all = String.join(" & ", query);
    var late = read(OF_LATE + NEWEST, all, most);
    return late.size() < most ? find(BY_HEADLINE, all, most, most) : late;
  }

  /// Where a site shows it.
  List<Found> byAddress(String address, int most) {
    var tail = TAIL.matcher(address);
    String last = null;
    while (tail.find()) {
      last = tail.group(1);
    }
    var bare = address.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    return last == null ? List.of() : find(BY_TAIL, last, bare, bare + "/", most);
  }

  private List<Found> find(String condition, Object... values) {
    return read(FOUND + condition + NEWEST, values);
  }

  private List<Found> read(String sql, Object... values) {
    return jdbc.query(sql, (row, _) -> found(row), values);
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString("uri"),
        row.getString("agency"),
        row.getString("guid"),
        row.getString("headline"),
        Story.Status.valueOf(row.getString("status")),
        row.getLong("version"),
        time(row, "arrived"));
  }
}
