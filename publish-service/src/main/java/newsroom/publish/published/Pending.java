package newsroom.publish.published;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The outbox as the relay reads it.
@Repository
class Pending {

  private static final int BATCH = 500;

  /// And no more text than this at once: it lies in memory until Kafka has it.
  private static final long BATCH_BYTES = 16L * 1024 * 1024;

  /// The lock is on the story and not on the row: whoever has news may write it down while a word
  /// is being said, and nobody else says a word on the same story before this one is through.
  private static final String HOLD =
      """
      with waiting as materialized (
        select uri, seq from publish.outbox where parked is null and not_before <= ?
        order by not_before limit ?)
      select uri, seq, (select coalesce(max(octet_length(t.payload)), 0) from publish.take t
        where t.uri = waiting.uri) as bytes
      from waiting where pg_try_advisory_xact_lock(hashtextextended(uri, 0))
      """;

  private static final String SAID =
      """
      delete from publish.outbox o using unnest(?, ?) as said(uri, seq)
      where o.uri = said.uri and o.seq = said.seq
      """;

  /// Before the outbox and in the order of uris, as everybody locks them: so nobody waits in a
  /// ring.
  private static final String MARK =
      """
      with marked as (
        select uri from publish.story where uri = any(?) order by uri for no key update)
      update publish.story s set said_at = ? from marked where s.uri = marked.uri
      """;

  private static final String PARK =
      "update publish.outbox set parked = ? where uri = ? and seq = ?";

  private static final String NEXT =
      "select min(not_before) from publish.outbox where parked is null";

  private final JdbcTemplate jdbc;

  Pending(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A story to be said.
  ///
  /// @param seq grows with each piece of news
  /// @param bytes no less than its text has
  record Item(String uri, long seq, long bytes) {}

  /// What is to be said now, held until the transaction ends.
  List<Item> hold(Instant now) {
    return fitting(
        jdbc.query(
            HOLD,
            (row, _) -> new Item(row.getString("uri"), row.getLong("seq"), row.getLong("bytes")),
            Timestamp.from(now),
            BATCH));
  }

  /// The first of these, at least one, that are not too much at once.
  private static List<Item> fitting(List<Item> items) {
    long bytes = 0;
    for (int i = 0; i < items.size(); i++) {
      bytes += items.get(i).bytes();
      if (i > 0 && bytes > BATCH_BYTES) {
        return items.subList(0, i);
      }
    }
    return items;
  }

  /// This one can never be said as it is.
  void park(Item item, String reason) {
    jdbc.update(PARK, reason.replace('\0', '\ufffd'), item.uri(), item.seq());
  }

  /// These have been said. What has news since stays.
  void said(List<Item> items, Instant now) {
    if (items.isEmpty()) {
      return;
    }
    // the outbox too is written in the order of uris everywhere
    var inOrder = items.stream().sorted(Comparator.comparing(Item::uri)).toList();
    var uris = inOrder.stream().map(Item::uri).toArray(String[]::new);
    var seqs = inOrder.stream().map(Item::seq).toArray(Long[]::new);
    jdbc.update(
        MARK,
        statement -> {
          statement.setArray(1, statement.getConnection().createArrayOf("text", uris));
          statement.setTimestamp(2, Timestamp.from(now));
        });
    jdbc.update(
        SAID,
        statement -> {
          statement.setArray(1, statement.getConnection().createArrayOf("text", uris));
          statement.setArray(2, statement.getConnection().createArrayOf("int8", seqs));
        });
  }

  /// When there is something to be said.
  Optional<Instant> next() {
    return Optional.ofNullable(jdbc.queryForObject(NEXT, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
