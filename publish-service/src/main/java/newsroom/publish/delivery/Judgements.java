package newsroom.publish.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import newsroom.publish.site.Sites;
import newsroom.publish.story.ReadStory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Judges again what waits for a time or for somebody, when that has come.
@Service
public class Judgements {

  private static final int MOST = 200;
  // of a destination that only another instance knows by now
  private static final Duration NOBODYS = Duration.ofMinutes(1);

  private static final String DUE =
      """
      (select uri from publish.delivery where judge_at <= ? order by judge_at limit ?)
      union (select uri from publish.judgement limit ?)
      """;

  private static final String EVENTS =
      """
      select t.uri, t.payload from publish.take t join publish.story s on s.uri = t.uri
      where s.uri = any(?) and s.status = 'USABLE' and t.version = s.version
        and t.created = s.created and t.revision = s.revision and t.payload is not null
      """;

  private static final String DONE = "delete from publish.judgement where uri = any(?)";

  private static final String LATER =
      "update publish.delivery set judge_at = ? where uri = any(?) and judge_at <= ?";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Sites sites;
  private final Stories stories;
  private final Deliveries deliveries;

  Judgements(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      Sites sites,
      Stories stories,
      Deliveries deliveries) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.sites = sites;
    this.stories = stories;
    this.deliveries = deliveries;
  }

  /// What a batch came to.
  ///
  /// @param any whether there was anything to judge, so that there may be more
  /// @param due destinations that have something to carry now
  public record Judged(boolean any, Set<String> due) {}

  /// Judges a batch of what is due.
  public Judged judge(Instant now) {
    var at = Columns.sql(now);
    var uris =
        jdbc.queryForList(DUE, String.class, at, MOST, MOST).stream()
            .map(Objects::requireNonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    if (uris.isEmpty()) {
      return new Judged(false, Set.of());
    }
    return new Judged(true, transaction.execute(_ -> judged(List.copyOf(uris), now)));
  }

  private Set<String> judged(List<String> uris, Instant now) {
    stories.lock(uris);
    jdbc.update(DONE, statement -> new Columns<>(statement, uris).text(uri -> uri));
    var arrivals = arrivals(uris);
    var neighbours = deliveries.neighbours().around(arrivals);
    var wishes = new Wishes(deliveries.lock(uris), neighbours, now);
    arrivals.forEach(wishes::judgeAgain);
    deliveries.update(wishes.changed(), now);
    jdbc.update(
        LATER,
        statement ->
            new Columns<>(statement, uris).value(now.plus(NOBODYS)).text(uri -> uri).value(now));
    return wishes.due();
  }

  private List<Arrival> arrivals(List<String> uris) {
    var arrivals = new ArrayList<Arrival>();
    jdbc.query(
        EVENTS,
        statement -> new Columns<>(statement, uris).text(uri -> uri),
        row -> {
          var event = row.getBytes("payload");
          var story = ReadStory.from(event);
          arrivals.add(new Arrival(story, event, sites.judge(story)));
        });
    return arrivals;
  }
}
