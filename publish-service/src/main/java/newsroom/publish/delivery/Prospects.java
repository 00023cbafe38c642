package newsroom.publish.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import newsroom.publish.delivery.Prospect.Says;
import newsroom.publish.site.Answer;
import newsroom.publish.site.Circumstances;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import newsroom.publish.site.Terms;
import newsroom.publish.site.Verdict;
import newsroom.publish.story.ReadStory;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/// Says what would become of a story, and changes nothing.
@Service
public class Prospects {

  private static final String KNOWN =
      """
      select t.payload from publish.take t join publish.story s on s.uri = t.uri
      where s.uri = ? and t.payload is not null
      order by (t.version, t.created, t.revision) = (s.version, s.created, s.revision) desc,
        t.version desc, t.created desc, t.revision desc limit 1
      """;

  private static final String HERE =
      """
      select d.site, max(d.path) as path,
        bool_or(d.live_version is not null or d.tried or d.lease_token is not null) as reached
      from publish.delivery d where d.uri = ? group by d.site
      """;

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final Sites sites;
  private final Deliveries deliveries;

  Prospects(JdbcTemplate jdbc, Clock clock, Sites sites, Deliveries deliveries) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.sites = sites;
    this.deliveries = deliveries;
  }

  private record Here(@Nullable String path, boolean reached) {}

  /// The version that counts of a story that the ledger has the text of.
  public Optional<Story> known(String uri) {
    return jdbc.query(KNOWN, (row, _) -> ReadStory.from(row.getBytes("payload")), uri).stream()
        .findFirst();
  }

  /// What each site would say.
  public List<Prospect> of(Story story) {
    var now = clock.instant();
    var here = here(story.uri());
    var neighbours = deliveries.neighbours().looking(story);
    return sites.judge(story).stream()
        .map(
            ruling ->
                prospect(
                    story,
                    ruling,
                    here.getOrDefault(ruling.site().name(), new Here(null, false)),
                    neighbours.of(story, ruling.site().name(), now)))
        .toList();
  }

  private Map<String, Here> here(String uri) {
    var here = new HashMap<String, Here>();
    jdbc.query(
        HERE,
        row -> {
          here.put(
              row.getString("site"), new Here(row.getString("path"), row.getBoolean("reached")));
        },
        uri);
    return here;
  }

  private static Prospect prospect(
      Story story, Sites.Ruling ruling, Here here, Circumstances circumstances) {
    var site = ruling.site();
    return switch (ruling.verdict()) {
      case Verdict.Refuses(_, var because) -> refused(site, because);
      case Verdict.Takes(var section, var terms) -> {
        var path = here.path() == null ? site.path(story, section) : here.path();
        var answer = answer(story, here.reached() ? Terms.NONE : terms, circumstances);
        yield switch (answer) {
          case Answer.Never(var reason) -> refused(site, reason);
          case Answer.Later(var until, var reason) ->
              taken(site, Says.HOLDS, section.path(), path, until, reason);
          case Answer.Now _ -> taken(site, Says.TAKES, section.path(), path, null, null);
        };
      }
    };
  }

  /// What its agency says comes before what the site says.
  private static Answer answer(Story story, Terms terms, Circumstances at) {
    var word = Word.of(story);
    return switch (word.status()) {
      case CANCELED -> new Answer.Never(Wish.KILLED);
      case WITHHELD -> new Answer.Later(null, Wish.WITHHELD);
      case USABLE -> {
        if (word.expiredAt(at.now())) {
          yield new Answer.Never("expired at " + word.expires());
        }
        yield word.embargoedAt(at.now())
            ? embargoed(story, Objects.requireNonNull(word.embargoedUntil()), terms, at)
            : terms.at(story.origin().agency(), at);
      }
    };
  }

  private static Answer embargoed(Story story, Instant until, Terms terms, Circumstances at) {
    var then = new Circumstances(until, at.received(), at.released(), at.others());
    var reason = "embargoed until " + until;
    return switch (terms.at(story.origin().agency(), then)) {
      case Answer.Now _ -> new Answer.Later(until, reason);
      case Answer.Later(var later, var more) -> new Answer.Later(later, reason + ", then " + more);
      case Answer.Never never -> never;
    };
  }

  private static Prospect taken(
      Site site,
      Says says,
      String section,
      String path,
      @Nullable Instant until,
      @Nullable String reason) {
    var destinations = site.routes().stream().map(Site.Route::destination).toList();
    var address = site.masthead().at(path).toString();
    return new Prospect(site.name(), says, section, address, destinations, until, reason);
  }

  private static Prospect refused(Site site, String reason) {
    return new Prospect(site.name(), Says.REFUSES, null, null, List.of(), null, reason);
  }
}
