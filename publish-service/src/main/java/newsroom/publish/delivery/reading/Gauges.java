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
import java.util.EnumMap;
import java.util.HashMap;
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
  private volatile Counts counts = new Counts(null, Map.of());

  Gauges(JdbcTemplate jdbc, Clock clock, Migration ledger, MeterRegistry meters) {
    this.jdbc = jdbc;
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
      var bySite = new HashMap<String, Map<DeliveryState, Long>>();
      jdbc.query(
          STATES,
          row -> {
            bySite
                .computeIfAbsent(row.getString(1), _ -> new EnumMap<>(DeliveryState.class))
                .put(DeliveryState.valueOf(row.getString(2)), row.getLong(3));
          });
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
