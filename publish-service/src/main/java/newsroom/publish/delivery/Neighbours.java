package newsroom.publish.delivery;

import static newsroom.publish.delivery.Columns.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsroom.publish.site.Circumstances;
import newsroom.publish.site.Circumstances.Other;
import newsroom.publish.site.Sites;
import newsroom.publish.site.Verdict;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// What the terms of sites ask about the stories of a batch: who released them, and which other
/// tellings of them the sites have.
final class Neighbours {

  /// Whoever judges another telling at this moment waits, or has written what it came to.
  private static final String HOLD =
      """
      select s.uri from publish.story s
      where s.uri in (select t.other from publish.telling t where t.uri = any(?))
      order by s.uri for no key update
      """;

  private static final String NOTE =
      """
      insert into publish.telling (uri, other, agency)
      select uri, other, agency from unnest(?, ?, ?) as v(uri, other, agency)
      order by uri, other on conflict do nothing
      """;

  private static final String PAIRS =
      """
      select t.uri, t.other, t.agency,
        (select min(k.arrived) from publish.take k where k.uri = t.uri) as came,
        (select min(k.arrived) from publish.take k where k.uri = t.other) as other_came
      from publish.telling t where t.uri = any(?)
      """;

  private static final String PLACES =
      """
      select d.uri, d.site,
        bool_or(d.live_version is not null or d.tried or d.lease_token is not null
          or d.state in ('DUE', 'LIVE')) as shown,
        bool_or(d.state = 'HELD' and s.status = 'USABLE') as waiting
      from publish.delivery d join publish.story s on s.uri = d.uri
      where d.uri = any(?) group by d.uri, d.site
      """;

  private static final String RELEASED = "select uri, site from publish.release where uri = any(?)";

  private final JdbcTemplate jdbc;
  private final Set<Place> released = new HashSet<>();
  private final Map<String, List<Pair>> pairs = new HashMap<>();
  private final Map<Place, Stand> stands = new HashMap<>();

  Neighbours(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Place(String uri, String site) {}

  private record Stand(boolean shown, boolean waiting) {}

  private record Pair(String uri, String other, String agency, boolean earlier) {}

  private record Row(String uri, String other, String agency) {}

  /// Looks around where the terms of any site ask for that; writes down who tells the same.
  Neighbours around(Collection<Arrival> arrivals) {
    var asked = arrivals.stream().filter(it -> asks(it.rulings())).map(Arrival::story).toList();
    if (!asked.isEmpty()) {
      note(asked);
      query(HOLD, asked.stream().map(Story::uri).toList());
      look(asked);
    }
    return this;
  }

  /// Looks around and leaves everything as it is.
  Neighbours looking(Story story) {
    look(List.of(story));
    return this;
  }

  private static boolean asks(List<Sites.Ruling> rulings) {
    return rulings.stream()
        .anyMatch(it -> it.verdict() instanceof Verdict.Takes(_, var terms) && !terms.none());
  }

  Circumstances of(Story story, String site, Instant now) {
    var others = new ArrayList<Other>();
    for (var pair : pairs.getOrDefault(story.uri(), List.of())) {
      var stand = stands.get(new Place(pair.other(), site));
      if (stand != null && (stand.shown() || stand.waiting())) {
        others.add(new Other(pair.other(), pair.agency(), stand.shown(), pair.earlier()));
      }
    }
    boolean free = released.contains(new Place(story.uri(), site));
    return new Circumstances(now, story.origin().received(), free, others);
  }

  /// What was decided in this batch counts for those that come after.
  void decided(String uri, String site, Wish wish, boolean reached) {
    if (!pairs.isEmpty()) {
      boolean shown = reached || wish.state() == DeliveryState.DUE;
      boolean waiting = wish.state() == DeliveryState.HELD && wish.waits();
      stands.put(new Place(uri, site), new Stand(shown, waiting));
    }
  }

  private void note(List<Story> stories) {
    var rows = new ArrayList<Row>();
    for (var story : stories) {
      for (var telling : story.origin().tellings()) {
        if (!telling.uri().equals(story.uri())) {
          rows.add(new Row(story.uri(), telling.uri(), telling.agency()));
          rows.add(new Row(telling.uri(), story.uri(), story.origin().agency()));
        }
      }
    }
    if (!rows.isEmpty()) {
      jdbc.update(
          NOTE,
          statement ->
              new Columns<>(statement, rows).text(Row::uri).text(Row::other).text(Row::agency));
    }
  }

  private void look(List<Story> stories) {
    var uris = stories.stream().map(Story::uri).toList();
    jdbc.query(
        RELEASED,
        statement -> new Columns<>(statement, uris).text(uri -> uri),
        row -> {
          released.add(new Place(row.getString("uri"), row.getString("site")));
        });
    jdbc.query(
        PAIRS,
        statement -> new Columns<>(statement, uris).text(uri -> uri),
        row -> {
          var pair =
              new Pair(
                  row.getString("uri"),
                  row.getString("other"),
                  row.getString("agency"),
                  earlier(
                      time(row, "other_came"),
                      time(row, "came"),
                      row.getString("other"),
                      row.getString("uri")));
          pairs.computeIfAbsent(pair.uri(), _ -> new ArrayList<>()).add(pair);
        });
    // stories that are not in the ledger, as those of a dry run, say themselves who tells the same
    stories.forEach(this::own);
    places();
  }

  private void own(Story story) {
    if (!pairs.containsKey(story.uri()) && !story.origin().tellings().isEmpty()) {
      pairs.put(
          story.uri(),
          story.origin().tellings().stream()
              .map(it -> new Pair(story.uri(), it.uri(), it.agency(), true))
              .toList());
    }
  }

  private void places() {
    var others = pairs.values().stream().flatMap(List::stream).map(Pair::other).distinct().toList();
    if (others.isEmpty()) {
      return;
    }
    jdbc.query(
        PLACES,
        statement -> new Columns<>(statement, others).text(uri -> uri),
        row -> {
          stands.put(
              new Place(row.getString("uri"), row.getString("site")),
              new Stand(row.getBoolean("shown"), row.getBoolean("waiting")));
        });
  }

  private void query(String sql, List<String> uris) {
    jdbc.query(sql, statement -> new Columns<>(statement, uris).text(uri -> uri), (_, _) -> true);
  }

  /// One order for both, whoever asks.
  private static boolean earlier(
      @Nullable Instant other, @Nullable Instant own, String otherUri, String uri) {
    if (other == null || own == null) {
      return other != null;
    }
    int order = other.compareTo(own);
    return order < 0 || (order == 0 && otherUri.compareTo(uri) < 0);
  }
}
