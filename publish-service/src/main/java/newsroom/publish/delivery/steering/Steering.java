package newsroom.publish.delivery.steering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.DeliveryState;
import newsroom.publish.delivery.Slot;
import newsroom.publish.delivery.carrying.Carriers;
import newsroom.publish.delivery.reading.Problem;
import newsroom.publish.published.Relay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/// Does to one story what somebody wants done by hand: holds it, does it, writes the daybook, all
/// in one transaction, and wakes who has something to carry then.
@Service
class Steering {

  private static final Logger log = LoggerFactory.getLogger(Steering.class);

  private static final String LEFT =
      """
      select destination, reason,
        case when lease_until > ? then 'LEASED' else state end as stands
      from publish.delivery where uri = ? and (?::text is null or site = ?) order by destination
      """;

  private final Turns turns;
  private final Daybook daybook;
  private final Acts acts;
  private final Carriers carriers;
  private final Relay relay;
  private final JdbcTemplate jdbc;

  Steering(
      Turns turns, Daybook daybook, Acts acts, Carriers carriers, Relay relay, JdbcTemplate jdbc) {
    this.turns = turns;
    this.daybook = daybook;
    this.acts = acts;
    this.carriers = carriers;
    this.relay = relay;
    this.jdbc = jdbc;
  }

  private record Done(long line, Touched touched, List<Answer.Left> left) {}

  Answer story(Act act, String uri, Order order) {
    var done = Objects.requireNonNull(turns.take(now -> done(act, uri, order, now)));
    var touched = done.touched();
    carriers.wake(touched.due());
    if (touched.said()) {
      relay.wake();
    }
    log.atInfo()
        .addKeyValue("act", act.word())
        .addKeyValue("uri", uri)
        .addKeyValue("site", order.site() == null ? "everywhere" : order.site())
        .addKeyValue("by", order.by())
        .addKeyValue("line", done.line())
        .log("done by hand");
    var changed = touched.slots().stream().map(Slot::destination).sorted().toList();
    return new Answer(done.line(), act.word(), uri, order.site(), changed, done.left());
  }

  private Done done(Act act, String uri, Order order, Instant now) {
    if (turns.hold(List.of(uri)) == 0) {
      throw Problem.missing("no story " + uri + " has come");
    }
    var slots = turns.slots(uri, order);
    if (slots.isEmpty()) {
      throw Problem.missing(
          order.site() == null
              ? "the story " + uri + " has no site"
              : "the story " + uri + " has no site " + order.site());
    }
    long line = daybook.write(act, order, uri, now);
    var touched = acts.on(act, uri, slots, order, line, now);
    daybook.count(line, touched.slots().size());
    return new Done(line, touched, left(uri, order, Set.copyOf(touched.slots()), now));
  }

  private List<Answer.Left> left(String uri, Order order, Set<Slot> touched, Instant now) {
    return jdbc
        .query(LEFT, (row, _) -> left(row), Columns.sql(now), uri, order.site(), order.site())
        .stream()
        .filter(it -> !touched.contains(new Slot(it.destination(), uri)))
        .toList();
  }

  private static Answer.Left left(ResultSet row) throws SQLException {
    return Answer.Left.of(
        row.getString("destination"),
        DeliveryState.valueOf(row.getString("stands")),
        row.getString("reason"));
  }
}
