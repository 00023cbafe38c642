package newsroom.publish.delivery;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Binds many rows to a statement as one array per column, for `unnest`: one statement writes all.
///
/// @param <R> what a row is made from
public final class Columns<R> {

  private final PreparedStatement statement;
  private final List<R> rows;
  private int next = 1;

  public Columns(PreparedStatement statement, List<R> rows) {
    this.statement = statement;
    this.rows = rows;
  }

  public Columns<R> text(Function<R, @Nullable String> column) throws SQLException {
    return array("text", rows.stream().map(column).toArray(String[]::new));
  }

  /// Words of others, to be read by people: PostgreSQL's text holds every letter but U+0000.
  public Columns<R> words(Function<R, @Nullable String> column) throws SQLException {
    return text(
        row -> {
          var words = column.apply(row);
          return words == null ? null : words.replace('\0', '\ufffd');
        });
  }

  public Columns<R> bigint(Function<R, @Nullable Long> column) throws SQLException {
    return array("int8", rows.stream().map(column).toArray(Long[]::new));
  }

  public Columns<R> integer(Function<R, @Nullable Integer> column) throws SQLException {
    return array("int4", rows.stream().map(column).toArray(Integer[]::new));
  }

  public Columns<R> bool(Function<R, Boolean> column) throws SQLException {
    return array("bool", rows.stream().map(column).toArray(Boolean[]::new));
  }

  public Columns<R> bytes(Function<R, byte @Nullable []> column) throws SQLException {
    return array("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  /// Written with its zone, so that the session's zone does not matter.
  public Columns<R> time(Function<R, @Nullable Instant> column) throws SQLException {
    return array(
        "timestamptz",
        rows.stream()
            .map(column)
            .map(time -> time == null ? null : time.toString())
            .toArray(String[]::new));
  }

  /// One value for the whole statement.
  public Columns<R> value(@Nullable Object value) throws SQLException {
    statement.setObject(next++, value instanceof Instant time ? sql(time) : value);
    return this;
  }

  private Columns<R> array(String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
    return this;
  }

  /// A time as the driver wants it.
  public static OffsetDateTime sql(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /// A time out of a row.
  public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
