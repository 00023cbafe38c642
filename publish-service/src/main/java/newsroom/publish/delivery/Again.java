package newsroom.publish.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import newsroom.publish.site.Sites;
import newsroom.publish.story.ReadStory;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/// Reckons anew what is wanted of stories that the ledger knows: by the sites and their rules as
/// they are now, and by what editors said. What is live as it is to be stays so.
@Service
public class Again {

  private static final String EVENTS =
      """
      select t.payload from publish.take t join publish.story s on s.uri = t.uri
        and s.version = t.version and s.created = t.created and s.revision = t.revision
      where t.uri = any(?) and s.status = 'USABLE' and t.payload is not null order by t.uri
      """;

  private final JdbcTemplate jdbc;
  private final Sites sites;
  private final Stories stories;
  private final Deliveries deliveries;

  Again(JdbcTemplate jdbc, Sites sites, Stories stories, Deliveries deliveries) {
    this.jdbc = jdbc;
    this.sites = sites;
    this.stories = stories;
    this.deliveries = deliveries;
  }

  /// Wants these stories again and says of which deliveries something is wanted now. To be called
  /// in a transaction, which then holds the stories.
  ///
  /// @param site where; null for everywhere
  public List<Slot> want(Collection<String> uris, @Nullable String site, Instant now) {
    stories.lock(uris);
    var arrivals = events(uris).stream().map(event -> arrival(event, site)).toList();
    var neighbours = deliveries.neighbours().around(arrivals);
    var known = deliveries.lock(uris);
    var wishes = new Wishes(known, neighbours, now);
    arrivals.forEach(wishes::want);
    var changed = wishes.changed().stream().filter(row -> moves(row, known)).toList();
    deliveries.insert(wishes.fresh(), now);
    deliveries.update(changed, now);
    var slots = new ArrayList<Slot>();
    wishes.fresh().forEach(row -> slots.add(row.key()));
    changed.forEach(row -> slots.add(row.key()));
    return slots;
  }

  private List<byte[]> events(Collection<String> uris) {
    var list = List.copyOf(uris);
    return jdbc.query(
        EVENTS,
        statement -> new Columns<>(statement, list).text(uri -> uri),
        (row, _) -> Objects.requireNonNull(row.getBytes("payload")));
  }

  private Arrival arrival(byte[] event, @Nullable String site) {
    Story story = ReadStory.from(event);
    var rulings =
        sites.judge(story).stream()
            .filter(ruling -> site == null || ruling.site().name().equals(site))
            .toList();
    return new Arrival(story, event, rulings);
  }

  /// What lies still and would lie still for the same reason is left alone.
  private static boolean moves(Deliveries.Row row, Map<Slot, Deliveries.Known> known) {
    var before = Objects.requireNonNull(known.get(row.key()));
    var wish = row.wish();
    return wish.state() == DeliveryState.DUE
        || wish.state() != before.state()
        || !Objects.equals(wish.reason(), before.reason());
  }
}
