package newsroom.publish.delivery.steering;

import java.time.Instant;
import java.util.Objects;
import newsroom.publish.delivery.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Who did what by hand, when and why. Written in the transaction that does it.
@Repository
class Daybook {

  private static final String WRITE =
      """
      insert into publish.daybook (at, by, act, why, uri, site, chosen)
      values (?, ?, ?, ?, ?, ?, ?) returning id
      """;

  private static final String COUNT =
      "update publish.daybook set deliveries = deliveries + ? where id = ?";

  private final JdbcTemplate jdbc;

  Daybook(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A line on one story. Returns its number.
  long write(Act act, Order order, String uri, Instant now) {
    return write(act, order, uri, null, now);
  }

  /// A line on many. Returns its number.
  long write(Act act, Choice choice, Instant now) {
    return write(act, choice.order(), null, choice.words(), now);
  }

  /// A line on a destination. Returns its number.
  long write(Act act, String destination, Order order, Instant now) {
    return write(act, order, null, "destination " + destination, now);
  }

  /// So many deliveries more were touched under this line.
  void count(long line, int deliveries) {
    jdbc.update(COUNT, deliveries, line);
  }

  private long write(
      Act act, Order order, @Nullable String uri, @Nullable String chosen, Instant now) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            WRITE,
            Long.class,
            Columns.sql(now),
            order.by(),
            act.word(),
            order.why(),
            uri,
            order.site(),
            chosen));
  }
}
