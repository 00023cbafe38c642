package newsroom.publish.delivery.reading;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsroom.publish.broker.Migration;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Figures out of the ledger: stories by site and state, and how long the oldest due one waits.
@Component
class Gauges {

  /// A kill is due since ever, so that it goes first: it has waited since it was changed. Of a long
  /// queue the head is enough.
  private static final String OLDEST =
      """
      select min(greatest(head.due_at, head.changed_at))
      from (select distinct destination from publish.delivery_count) known cross join lateral (
        select d.due_at, d.changed_at from publish.delivery d
        where d.destination = known.destination and d.due_at <= ?
        order by d.due_at limit 1000) head
      """;

  private final JdbcTemplate jdbc;
  private final Census census;
  private final Clock clock;
  private final Migration ledger;
  private final MultiGauge stories;
  private volatile double oldest;
  private volatile Counts counts = new Counts(null, Map.of());

  Gauges(JdbcTemplate jdbc, Census census, Clock clock, Migration ledger, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.census = census;
    this.clock = clock;
    this.ledger = ledger;
    this.stories = MultiGauge.builder("newsroom.stories").register(meters);
    Gauge.builder("newsroom.deliveries.oldest.due", () -> oldest)
        .baseUnit("seconds")
        .register(meters);
  }

  /// Stories by site and state, as counted last.
  ///
  /// @param at when; null where nothing was counted yet
  record Counts(@Nullable Instant at, Map<String, Map<DeliveryState, Long>> bySite) {}

  Counts counts() {
    return counts;
  }

  @Scheduled(fixedDelayString = "${newsroom.publish.gauges-every:10s}")
  void read() {
    if (!ledger.done()) {
      return;
    }
    try {
      var bySite = census.bySite();
      counts = new Counts(clock.instant(), bySite);
      stories.register(rows(bySite), true);
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

  private static List<MultiGauge.Row<?>> rows(Map<String, Map<DeliveryState, Long>> bySite) {
    var rows = new ArrayList<MultiGauge.Row<?>>();
    bySite.forEach(
        (site, states) ->
            states.forEach(
                (state, count) -> {
                  var word = state.name().toLowerCase(Locale.ROOT);
                  rows.add(MultiGauge.Row.of(Tags.of("site", site, "state", word), count));
                }));
    return rows;
  }
}
