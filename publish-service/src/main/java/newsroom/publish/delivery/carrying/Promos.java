package newsroom.publish.delivery.carrying;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import newsroom.publish.delivery.Columns;
import newsroom.publish.delivery.Slot;
import newsroom.publish.rendition.Lengths;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Candidate;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Turns related stories into links of one destination: to that destination's own address and
/// headline of what is live there, to the archive's address of what the newsroom never had, and to
/// nothing else.
@Repository
class Promos {

  private static final String LIVE =
      """
      select d.destination, d.uri, d.path, d.live_headline
      from unnest(?, ?) as v(destination, uri)
      join publish.delivery d on d.destination = v.destination and d.uri = v.uri
      join publish.story s on s.uri = d.uri
      where d.live_version is not null
        and s.status = 'USABLE' and d.rule is null and d.killed is null
        and (s.expires is null or s.expires > ?)
      """;

  /// Of whatever the newsroom had, its own word counts and not the archive's: it may have been
  /// killed, or be refused by this site.
  private static final String KNOWN = "select uri from publish.story where uri = any(?)";

  private static final int MOST = 64;

  private final Together<Asked, Map<Slot, Found>> together = new Together<>(MOST, this::live);
  private final JdbcTemplate jdbc;

  Promos(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A page's links, and what it would rather have linked to.
  record Linked(List<Page.Promo> promos, List<Link> links) {}

  /// A link of a page, or one that it would have.
  ///
  /// @param archive whether it leads to the archive's own address
  record Link(String target, boolean linked, boolean archive) {}

  private record Target(String headline, URI address, boolean archive) {}

  /// What the ledger says of all that might be linked.
  private record Ledger(Map<String, Target> live, Set<String> known) {}

  /// What one destination asks.
  private record Asked(Set<Slot> targets, Instant now) {}

  /// What is live there.
  private record Found(String headline, String path) {}

  /// The links of each story, by its uri.
  Map<String, Linked> resolve(
      String destination, Masthead masthead, List<Story> stories, Instant now) {
    var uris = new HashSet<String>();
    stories.forEach(story -> story.related().forEach(candidate -> uris.add(candidate.uri())));
    var live = uris.isEmpty() ? Map.<String, Target>of() : live(destination, masthead, uris, now);
    var ledger = new Ledger(live, known(archived(masthead, stories)));
    var linked = new HashMap<String, Linked>();
    stories.forEach(story -> linked.put(story.uri(), choose(story, masthead, ledger)));
    return linked;
  }

  private static List<String> archived(Masthead masthead, List<Story> stories) {
    return stories.stream()
        .flatMap(story -> story.related().stream())
        .filter(candidate -> masthead.archive().of(candidate.archive()) != null)
        .map(Candidate::uri)
        .distinct()
        .toList();
  }

  private Set<String> known(List<String> uris) {
    return uris.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.query(
                KNOWN,
                statement -> new Columns<>(statement, uris).words(uri -> uri),
                (row, _) -> row.getString(1)));
  }

  private Map<String, Target> live(
      String destination, Masthead masthead, Set<String> uris, Instant now) {
    var slots = uris.stream().map(uri -> new Slot(destination, uri)).collect(Collectors.toSet());
    var shown = together.ask(new Asked(slots, now));
    var live = new HashMap<String, Target>();
    for (var slot : slots) {
      var one = shown.get(slot);
      if (one != null) {
        live.put(slot.uri(), new Target(one.headline(), masthead.at(one.path()), false));
      }
    }
    return live;
  }

  private List<Map<Slot, Found>> live(List<Asked> asked) {
    var targets = asked.stream().flatMap(it -> it.targets().stream()).distinct().toList();
    var now = asked.stream().map(Asked::now).max(Comparator.naturalOrder()).orElseThrow();
    var live = new HashMap<Slot, Found>();
    jdbc.query(
        LIVE,
        statement ->
            new Columns<>(statement, targets).text(Slot::destination).words(Slot::uri).value(now),
        row -> {
          live.put(
              new Slot(row.getString("destination"), row.getString("uri")),
              new Found(row.getString("live_headline"), row.getString("path")));
        });
    return asked.stream().<Map<Slot, Found>>map(_ -> live).toList();
  }

  /// In each place the best that is live; none twice on a page.
  private static Linked choose(Story story, Masthead masthead, Ledger ledger) {
    var links = new LinkedHashMap<String, Link>();
    var promos = new ArrayList<Page.Promo>();
    var filled = new HashSet<Integer>();
    for (var candidate : story.related()) {
      var uri = candidate.uri();
      if (filled.contains(candidate.afterBlock())
          || links.containsKey(uri)
          || uri.equals(story.uri())) {
        continue;
      }
      var target = target(candidate, masthead, ledger);
      links.put(uri, new Link(uri, target != null, target != null && target.archive()));
      if (target != null) {
        filled.add(candidate.afterBlock());
        promos.add(promo(candidate, masthead, target));
      }
    }
    return new Linked(promos, List.copyOf(links.values()));
  }

  private static @Nullable Target target(Candidate candidate, Masthead masthead, Ledger ledger) {
    var live = ledger.live().get(candidate.uri());
    if (live != null || ledger.known().contains(candidate.uri())) {
      return live;
    }
    var address = masthead.archive().of(candidate.archive());
    return address == null ? null : new Target(candidate.headline(), address, true);
  }

  private static Page.Promo promo(Candidate candidate, Masthead masthead, Target target) {
    var plain = candidate.label().name().replace('_', ' ');
    var label = masthead.labels().getOrDefault(candidate.label(), plain);
    var headline = Lengths.cut(target.headline(), masthead.headlines().promos());
    return new Page.Promo(label, headline, target.address(), candidate.afterBlock());
  }
}
