package newsroom.publish.delivery.steering;

import java.time.Instant;
import java.util.List;
import newsroom.publish.delivery.Again;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.reading.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Lets go what a site holds for an editor. An embargo and what the agency withholds stand.
@Repository
class Releases {

  private static final String NOTE =
      """
      insert into publish.release (uri, site, at, by)
      select distinct d.uri, d.site, ?, ? from publish.delivery d
      where d.uri = ? and (?::text is null or d.site = ?) and d.state = 'HELD'
      on conflict (uri, site) do nothing
      """;

  private static final String HELD =
      """
      select count(*) from publish.delivery
      where uri = ? and (?::text is null or site = ?) and state = 'HELD'
      """;

  private final JdbcTemplate jdbc;
  private final Again again;

  Releases(JdbcTemplate jdbc, Again again) {
    this.jdbc = jdbc;
    this.again = again;
  }

  /// Releases the story. To be called while it is held fast.
  Touched release(String uri, Order order, Instant now) {
    var held = jdbc.queryForObject(HELD, Long.class, uri, order.site(), order.site());
    if (held == null || held == 0) {
      throw Problem.impossible("nothing of the story is held there");
    }
    jdbc.update(NOTE, Columns.sql(now), order.by(), uri, order.site(), order.site());
    return Touched.of(again.want(List.of(uri), order.site(), now));
  }
}
