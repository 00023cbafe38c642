package newsroom.publish.delivery.carrying;

import static newsroom.publish.delivery.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import newsroom.publish.delivery.Slot;
import newsroom.publish.delivery.Word;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/// What was claimed, out of the ledger. A text that many destinations wait for is in one of their
/// rows only.
final class ClaimedRows implements RowCallbackHandler {

  /// A statement of its own, so that the wish and the story are of one moment: between picking a
  /// row and reading this, a newer version may have come. Each text is read once, however many
  /// destinations wait for it.
  static final String READ =
      """
      select d.*, s.version, s.created, s.revision, s.status, s.embargoed_until, s.expires,
        s.received, s.undated, s.content_hash,
        t.version as shown_version, t.created as shown_created, t.revision as shown_revision,
        case when row_number() over (partition by t.uri, t.version, t.created, t.revision) = 1
          then t.payload end as payload
      from unnest(?, ?, ?) as v(destination, uri, token)
      join publish.delivery d
        on d.destination = v.destination and d.uri = v.uri and d.lease_token = v.token
      join publish.story s on s.uri = d.uri
      left join publish.take t on t.uri = d.uri
        and (t.version, t.created, t.revision) in (
          select d.live_version, d.live_created, d.live_revision
            where s.embargoed_until > ? and d.live_version is not null
          union all
          select s.version, s.created, s.revision
            where s.embargoed_until is null or s.embargoed_until <= ?)
      order by d.due_at
      """;

  private final List<Row> rows = new ArrayList<>();
  private final Map<Named, Text> texts = new HashMap<>();

  /// A text's name.
  private record Named(String uri, Mark mark) {}

  /// A row without its text.
  ///
  /// @param text null where there is none to show
  private record Row(Claimed claimed, @Nullable Named text) {}

  @Override
  public void processRow(ResultSet row) throws SQLException {
    var claimed = claimed(row);
    var shown = time(row, "shown_created");
    var text =
        shown == null
            ? null
            : new Named(
                claimed.key().uri(),
                new Mark(row.getLong("shown_version"), shown, row.getInt("shown_revision")));
    rows.add(new Row(claimed, text));
    var event = row.getBytes("payload");
    if (text != null && event != null) {
      texts.put(text, new Text(event));
    }
  }

  /// By the claim's token, earliest due first.
  Map<Long, List<Claimed>> byToken() {
    var all = new HashMap<Long, List<Claimed>>();
    for (var row : rows) {
      var text = row.text() == null ? null : texts.get(row.text());
      all.computeIfAbsent(row.claimed().lease().token(), _ -> new ArrayList<>())
          .add(row.claimed().with(text));
    }
    return all;
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        new Slot(row.getString("destination"), row.getString("uri")),
        new Claimed.Lease(
            row.getLong("lease_token"),
            row.getLong("seq"),
            required(row, "changed_at"),
            required(row, "due_at"),
            required(row, "lease_until"),
            row.getInt("attempts")),
        new Word(
            mark(row, ""),
            Story.Status.valueOf(row.getString("status")),
            time(row, "embargoed_until"),
            time(row, "expires"),
            required(row, "received"),
            new Word.Text(row.getBoolean("undated"), row.getString("content_hash"))),
        Claimed.Terms.of(row),
        live(row),
        new Claimed.Past(
            row.getBoolean("tried"),
            time(row, "first_live"),
            time(row, "updated"),
            row.getString("url"),
            row.getString("remote_id"),
            row.getString("live_hash")),
        null);
  }

  private static @Nullable Live live(ResultSet row) throws SQLException {
    return time(row, "live_created") == null
        ? null
        : new Live(
            mark(row, "live_"),
            row.getString("live_headline"),
            time(row, "live_expires"),
            required(row, "live_since"));
  }

  private static Mark mark(ResultSet row, String prefix) throws SQLException {
    return new Mark(
        row.getLong(prefix + "version"),
        required(row, prefix + "created"),
        row.getInt(prefix + "revision"));
  }

  private static Instant required(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(time(row, column), column);
  }
}
