package newsroom.publish.delivery.reading;

import static newsroom.publish.delivery.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import newsroom.publish.delivery.Columns;
import newsroom.publish.published.LastWord;
import newsroom.publish.published.LastWords;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Where stories stand everywhere, out of the ledger.
@Component
class Standings implements LastWords {

  private static final String DELIVERIES =
      """
      select s.version, s.created, s.revision, s.status, d.*
      from publish.delivery d join publish.story s on s.uri = d.uri
      where d.uri = any(?) order by d.uri, d.destination
      """;

  private static final String EVENTS =
      """
      select t.uri, t.payload
      from publish.take t join unnest(?, ?, ?, ?) as v(uri, version, created, revision)
        on t.uri = v.uri and t.version = v.version and t.created = v.created
        and t.revision = v.revision
      """;

  private final JdbcTemplate jdbc;

  Standings(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(
      Story.Status status,
      Mark wanted,
      @Nullable Mark live,
      @Nullable Instant firstLive,
      LastWord.Place place) {}

  @Override
  public List<LastWord> of(Collection<String> uris) {
    var rows = new LinkedHashMap<String, List<Row>>();
    jdbc.query(
        DELIVERIES,
        statement -> new Columns<>(statement, List.copyOf(uris)).text(uri -> uri),
        result -> {
          rows.computeIfAbsent(result.getString("uri"), _ -> new ArrayList<>()).add(row(result));
        });
    var words = new ArrayList<LastWord>();
    rows.forEach((uri, places) -> words.add(word(uri, places)));
    return withEvents(words);
  }

  /// The text of a killed or withheld story is not said, even while a site still shows it. What an
  /// editor killed everywhere is withdrawn, not killed: it may come back as it was.
  private static LastWord word(String uri, List<Row> rows) {
    var first = rows.getFirst();
    var live = rows.stream().map(Row::live).filter(Objects::nonNull).max(Comparator.naturalOrder());
    var state =
        switch (first.status()) {
          case CANCELED -> LastWord.State.KILLED;
          case WITHHELD -> LastWord.State.WITHDRAWN;
          case USABLE -> live.isPresent() ? LastWord.State.LIVE : LastWord.State.WITHDRAWN;
        };
    var firstLive =
        rows.stream().map(Row::firstLive).filter(Objects::nonNull).min(Comparator.naturalOrder());
    return new LastWord(
        uri,
        state == LastWord.State.LIVE ? live.orElseThrow() : first.wanted(),
        state,
        firstLive.orElse(null),
        null,
        rows.stream().map(Row::place).toList());
  }

  private List<LastWord> withEvents(List<LastWord> words) {
    var live = words.stream().filter(word -> word.state() == LastWord.State.LIVE).toList();
    var events = new LinkedHashMap<String, byte[]>();
    jdbc.query(
        EVENTS,
        statement ->
            new Columns<>(statement, live)
                .text(LastWord::uri)
                .bigint(word -> word.mark().version())
                .time(word -> word.mark().created())
                .integer(word -> word.mark().revision()),
        row -> {
          events.put(row.getString("uri"), row.getBytes("payload"));
        });
    return words.stream().map(word -> withEvent(word, events)).toList();
  }

  private static LastWord withEvent(LastWord word, Map<String, byte[]> events) {
    return new LastWord(
        word.uri(),
        word.mark(),
        word.state(),
        word.firstLive(),
        events.get(word.uri()),
        word.places());
  }

  private static Row row(ResultSet row) throws SQLException {
    var live = time(row, "live_created");
    return new Row(
        Story.Status.valueOf(row.getString("status")),
        new Mark(
            row.getLong("version"),
            Objects.requireNonNull(time(row, "created")),
            row.getInt("revision")),
        live == null || row.getString("killed") != null
            ? null
            : new Mark(row.getLong("live_version"), live, row.getInt("live_revision")),
        time(row, "first_live"),
        place(row, live != null));
  }

  private static LastWord.Place place(ResultSet row, boolean live) throws SQLException {
    return new LastWord.Place(
        row.getString("site"),
        row.getString("destination"),
        row.getString("state"),
        row.getString("url"),
        live ? row.getLong("live_version") : null,
        live ? time(row, "live_since") : null,
        row.getString("reason"));
  }
}
