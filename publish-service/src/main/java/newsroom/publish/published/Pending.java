package newsroom.publish.published;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The outbox as the relay reads it.
@Repository
class Pending {

  private static final int BATCH = 500;

  /// The lock is on the story and not on the row: whoever has news may write it down while a word
  /// is being said, and nobody else says a word on the same story before this one is through.
  private static final String HOLD =
      """
      with waiting as materialized (
        select uri, seq from publish.outbox where not_before <= ? order by not_before limit ?)
      select uri, seq from waiting where pg_try_advisory_xact_lock(hashtextextended(uri, 0))
      """;

  private static final String SAID =
      """
      with said as (select * from unnest(?, ?) as v(uri, seq) order by uri),
      marked as (
        update publish.story s set said_at = ? from said where s.uri = said.uri returning s.uri)
      delete from publish.outbox o using said, marked
      where o.uri = said.uri and o.seq = said.seq and marked.uri = o.uri
      """;

  private static final String NEXT = "select min(not_before) from publish.outbox";

  private final JdbcTemplate jdbc;

  Pending(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A story to be said.
  ///
  /// @param seq grows with each piece of news
  record Item(String uri, long seq) {}

  /// What is to be said now, held until the transaction ends.
  List<Item> hold(Instant now) {
    return jdbc.query(
        HOLD,
        (row, _) -> new Item(row.getString("uri"), row.getLong("seq")),
        Timestamp.from(now),
        BATCH);
  }

  /// These have been said. What has news since stays.
  void said(List<Item> items, Instant now) {
    jdbc.update(
        SAID,
        statement -> {
          var connection = statement.getConnection();
          var uris = items.stream().map(Item::uri).toArray(String[]::new);
          var seqs = items.stream().map(Item::seq).toArray(Long[]::new);
          statement.setArray(1, connection.createArrayOf("text", uris));
          statement.setArray(2, connection.createArrayOf("int8", seqs));
          statement.setTimestamp(3, Timestamp.from(now));
        });
  }

  /// When there is something to be said.
  Optional<Instant> next() {
    return Optional.ofNullable(jdbc.queryForObject(NEXT, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
