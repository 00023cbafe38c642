package newsroom.publish.delivery.steering;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Slot;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Does something to the ledger in one transaction, and once more where it met others who wrote the
/// same rows.
@Component
class Turns {

  private static final int TRIES = 3;

  /// As everybody locks them: stories first, in one order.
  private static final String LOCK =
      "select uri from publish.story where uri = any(?) order by uri for no key update";

  private static final String SLOTS =
      """
      select destination, uri from publish.delivery
      where uri = ? and (?::text is null or site = ?) order by destination
      """;

  private final Clock clock;
  private final TransactionTemplate transaction;
  private final JdbcTemplate jdbc;

  Turns(Clock clock, TransactionTemplate transaction, JdbcTemplate jdbc) {
    this.clock = clock;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  <T> T take(Function<Instant, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        var now = now();
        return transaction.execute(_ -> work.apply(now));
      } catch (ConcurrencyFailureException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /// Holds these stories, so that nobody else says anything of them until the transaction ends.
  /// Returns how many of them there are.
  int hold(Collection<String> uris) {
    var list = uris.stream().distinct().toList();
    return jdbc.query(
            LOCK,
            statement -> new Columns<>(statement, list).text(uri -> uri),
            (row, _) -> row.getString(1))
        .size();
  }

  /// The deliveries of a story, at one site or everywhere.
  List<Slot> slots(String uri, Order order) {
    return jdbc.query(
        SLOTS,
        (row, _) -> new Slot(row.getString("destination"), row.getString("uri")),
        uri,
        order.site(),
        order.site());
  }
}
