package newsroom.publish.delivery.reading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import newsroom.publish.delivery.DeliveryState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// How many stories stand how, without counting them: every change of a delivery adds its part to
/// a small table, and these are summed up.
@Repository
class Census {

  /// Of many rows one. Whoever adds some at this moment is not waited for: his are there next time.
  private static final String GATHER =
      """
      with gone as (delete from publish.delivery_count returning *)
      insert into publish.delivery_count
      select destination, site, state, sum(deliveries) from gone
      group by destination, site, state having sum(deliveries) <> 0
      """;

  /// A site with several destinations has a story once: where the most stand so.
  private static final String STATES =
      """
      select site, state, max(deliveries) as stories from (
        select destination, site, state, sum(deliveries) as deliveries from publish.delivery_count
        group by destination, site, state) each
      group by site, state having max(deliveries) > 0
      """;

  private final JdbcTemplate jdbc;

  Census(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, Map<DeliveryState, Long>> bySite() {
    jdbc.update(GATHER);
    var bySite = new HashMap<String, Map<DeliveryState, Long>>();
    jdbc.query(
        STATES,
        row -> {
          bySite
              .computeIfAbsent(row.getString(1), _ -> new EnumMap<>(DeliveryState.class))
              .put(DeliveryState.valueOf(row.getString(2)), row.getLong(3));
        });
    return bySite;
  }
}
