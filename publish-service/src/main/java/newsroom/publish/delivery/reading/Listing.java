package newsroom.publish.delivery.reading;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Deliveries, page by page: one state after the other, what wants somebody first, and in each one
/// destination after the other. Every step goes by an index and begins where the last ended, so
/// that a page costs the same in a ledger of any size.
@Component
class Listing {

  private static final String FROM =
      " from publish.delivery d left join publish.about a on a.uri = d.uri ";

  private static final String STEP =
      """
      where d.destination = ? and not coalesce(d.lease_until > ?, false) and d.changed_at >= ?
      """;

  /// No retry waits longer than a day or so; what is due later is an embargo or an expiry.
  private static final Duration LONGEST_WAIT = Duration.ofDays(2);

  private static final String DUE =
      DeliveryAccount.COLUMNS
          + FROM
          + STEP
          + """
          and d.state = 'DUE' and d.due_at <= ? and (d.due_at, d.uri) > (?, ?)
          order by d.due_at, d.uri limit ?
          """;

  private static final String LIVE =
      DeliveryAccount.COLUMNS
          + FROM
          + """
          where d.destination = ? and not coalesce(d.lease_until > ?, false) and d.first_live >= ?
          and d.state = 'LIVE' and d.live_version is not null and (d.first_live, d.uri) < (?, ?)
          order by d.first_live desc, d.uri desc limit ?
          """;

  private static final String STILL =
      DeliveryAccount.COLUMNS
          + FROM
          + STEP
          + """
          and d.state = '%s' and (d.changed_at, d.uri) < (?, ?)
          order by d.changed_at desc, d.uri desc limit ?
          """;

  private static final String LEASED =
      """
      with d as materialized (select * from publish.delivery where lease_token is not null)
      select d.*, a.headline, 'LEASED' as stands
      from d left join publish.about a on a.uri = d.uri
      where d.lease_until > ? and d.destination = ? and d.changed_at >= ? and d.uri > ?
      order by d.uri limit ?
      """;

  private static final String DESTINATIONS =
      """
      select distinct destination from publish.delivery_count
      where ?::text is null or site = ? order by destination
      """;

  private static final List<DeliveryState> ORDER =
      List.of(
          DeliveryState.DUE,
          DeliveryState.LEASED,
          DeliveryState.PARKED,
          DeliveryState.HELD,
          DeliveryState.LIVE,
          DeliveryState.REFUSED,
          DeliveryState.TAKEN_DOWN);

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Listing(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// What is asked for.
  ///
  /// @param since wanted or first live no earlier
  record Asked(
      @Nullable String site, @Nullable DeliveryState state, @Nullable Instant since, int most) {}

  /// A part of the list.
  ///
  /// @param next where it goes on; null at its end
  record Part(List<DeliveryAccount> deliveries, @Nullable String next) {}

  /// Where the last page ended.
  private record Mark(DeliveryState state, String destination, @Nullable Instant time, String uri) {

    static Mark of(DeliveryAccount last) {
      var time =
          switch (last.state()) {
            case DUE -> last.nextTry();
            case LIVE -> last.firstLive();
            case LEASED -> null;
            default -> last.wantedSince();
          };
      return new Mark(last.state(), last.destination(), time, last.uri());
    }

    static Mark read(String word) {
      try {
        var parts =
            new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8).split("\n", 4);
        return new Mark(
            DeliveryState.valueOf(parts[0]),
            parts[1],
            parts[2].isEmpty() ? null : Instant.parse(parts[2]),
            parts[3]);
      } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException _) {
        throw Problem.senseless("“after” is not what an earlier page said in its Link header");
      }
    }

    String word() {
      var text = state + "\n" + destination + "\n" + (time == null ? "" : time) + "\n" + uri;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  Part list(Asked asked, @Nullable String after) {
    var mark = after == null ? null : Mark.read(after);
    var found = new ArrayList<DeliveryAccount>();
    var destinations =
        jdbc.query(DESTINATIONS, (row, _) -> row.getString(1), asked.site(), asked.site());
    for (var state : asked.state() == null ? ORDER : List.of(asked.state())) {
      for (var destination : destinations) {
        int place =
            mark == null ? 1 : place(mark, state, destinations.indexOf(destination), destinations);
        if (place >= 0) {
          var from = place == 0 ? mark : null;
          found.addAll(step(state, destination, asked, from, asked.most() + 1 - found.size()));
        }
        if (found.size() > asked.most()) {
          var page = List.copyOf(found.subList(0, asked.most()));
          return new Part(page, Mark.of(page.getLast()).word());
        }
      }
    }
    return new Part(found, null);
  }

  /// Less than nothing where the last page was there already, nothing where it ended there.
  private static int place(
      Mark mark, DeliveryState state, int destination, List<String> destinations) {
    int states = Integer.compare(ORDER.indexOf(state), ORDER.indexOf(mark.state()));
    return states != 0
        ? states
        : Integer.compare(destination, destinations.indexOf(mark.destination()));
  }

  private List<DeliveryAccount> step(
      DeliveryState state, String destination, Asked asked, @Nullable Mark from, int most) {
    var now = clock.instant();
    var at = Columns.sql(now);
    var since = Columns.sql(asked.since() == null ? Instant.EPOCH : asked.since());
    var uri = from == null ? "" : from.uri();
    var low = time(from, OffsetDateTime.MIN);
    var high = time(from, OffsetDateTime.MAX);
    Object[] values =
        switch (state) {
          case DUE -> {
            var horizon = Columns.sql(now.plus(LONGEST_WAIT));
            yield new Object[] {at, destination, at, since, horizon, low, uri, most};
          }
          case LEASED -> new Object[] {at, destination, since, uri, most};
          default -> new Object[] {at, destination, at, since, high, uri, most};
        };
    return jdbc.query(sql(state), (row, _) -> DeliveryAccount.of(row), values);
  }

  private static OffsetDateTime time(@Nullable Mark from, OffsetDateTime otherwise) {
    return from == null || from.time() == null ? otherwise : Columns.sql(from.time());
  }

  private static String sql(DeliveryState state) {
    return switch (state) {
      case DUE -> DUE;
      case LIVE -> LIVE;
      case LEASED -> LEASED;
      case HELD, REFUSED, PARKED, TAKEN_DOWN -> STILL.formatted(state.name());
    };
  }
}
