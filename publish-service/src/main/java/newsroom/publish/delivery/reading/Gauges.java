package newsroom.publish.delivery.reading;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import newsroom.publish.broker.Migration;
import newsroom.publish.delivery.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Figures out of the ledger: stories by site and state, and how long the oldest due one waits.
@Component
class Gauges {

  private static final String STATES =
      "select site, state, count(distinct uri) as stories from publish.delivery group by site, state";

  /// A kill is due since ever, so that it goes first: it has waited since it was changed.
  private static final String OLDEST =
      """
      select min(greatest(due_at, changed_at)) from publish.delivery
      where due_at is not null and due_at <= ?
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final Migration ledger;
  private final MultiGauge stories;
  private volatile double oldest;

  Gauges(JdbcTemplate jdbc, Clock clock, Migration ledger, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.ledger = ledger;
    this.stories = MultiGauge.builder("newsroom.stories").register(meters);
    Gauge.builder("newsroom.deliveries.oldest.due", () -> oldest)
        .baseUnit("seconds")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${newsroom.publish.gauges-every:10s}")
  void read() {
    if (!ledger.done()) {
      return;
    }
    try {
      stories.register(
          jdbc.query(STATES, (row, _) -> row(row.getString(1), row.getString(2), row.getLong(3))),
          true);
      oldest = age(jdbc.queryForObject(OLDEST, OffsetDateTime.class, Columns.sql(clock.instant())));
    } catch (DataAccessException e) {
      // health says that the ledger is away
      oldest = Double.NaN;
    }
  }

  private double age(@Nullable OffsetDateTime since) {
    return since == null
        ? 0
        : Duration.between(since.toInstant(), clock.instant()).toMillis() / 1000.0;
  }

  private static MultiGauge.Row<Number> row(String site, String state, long count) {
    return MultiGauge.Row.of(Tags.of("site", site, "state", state.toLowerCase(Locale.ROOT)), count);
  }
}
