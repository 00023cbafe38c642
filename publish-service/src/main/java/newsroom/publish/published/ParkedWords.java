package newsroom.publish.published;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import newsroom.publish.broker.Migration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Last words that can never be said, for those who look after the service. They are no reason to
/// call it ill: everything else goes on.
@Component("lastWordsHealthIndicator")
class ParkedWords implements HealthIndicator {

  private static final String PARKED =
      """
      select uri || ': ' || parked as word, count(*) over () as parked
      from publish.outbox where parked is not null order by uri limit 5
      """;

  private final JdbcTemplate jdbc;
  private final Migration ledger;
  private volatile Known known = new Known(0, List.of());

  private record Known(long parked, List<String> first) {}

  private record Row(String word, long parked) {}

  ParkedWords(JdbcTemplate jdbc, Migration ledger, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    Gauge.builder("newsroom.last.words.parked", () -> known.parked())
        .description("last words that can never be said")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${newsroom.publish.gauges-every:10s}")
  void read() {
    if (!ledger.done()) {
      return;
    }
    try {
      var rows =
          jdbc.query(PARKED, (row, _) -> new Row(row.getString("word"), row.getLong("parked")));
      var count = rows.isEmpty() ? 0 : rows.getFirst().parked();
      known = new Known(count, rows.stream().map(Row::word).toList());
    } catch (DataAccessException | TransactionException e) {
      // the ledger is away, as health says: what was known stays
    }
  }

  @Override
  public Health health() {
    var now = known;
    var health = Health.up().withDetail("parked", now.parked());
    return now.first().isEmpty() ? health.build() : health.withDetail("first", now.first()).build();
  }
}
