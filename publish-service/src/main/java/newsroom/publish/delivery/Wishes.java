package newsroom.publish.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import newsroom.publish.delivery.Deliveries.Known;
import newsroom.publish.delivery.Deliveries.Row;
import newsroom.publish.site.Answer;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import newsroom.publish.site.Verdict;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// The wishes of a batch, one for each story and destination.
final class Wishes {

  private final Map<Slot, Known> known;
  private final Neighbours neighbours;
  private final Instant now;
  private final List<Row> fresh = new ArrayList<>();
  private final List<Row> changed = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  Wishes(Map<Slot, Known> known, Neighbours neighbours, Instant now) {
    this.known = known;
    this.neighbours = neighbours;
    this.now = now;
  }

  /// A version that counts now.
  void want(Arrival arrival) {
    each(arrival, true);
  }

  /// One that counted already: only destinations that never heard of it have something to want.
  void wantWhereUnknown(Arrival arrival) {
    each(arrival, false);
  }

  /// One that counts, where a site's terms were not met.
  void judgeAgain(Arrival arrival) {
    for (var ruling : arrival.rulings()) {
      for (var route : ruling.site().routes()) {
        var key = new Slot(route.destination(), arrival.story().uri());
        var before = known.get(key);
        if (before != null && before.waits()) {
          changed.add(row(key, arrival, ruling, before.before()));
        }
      }
    }
  }

  private void each(Arrival arrival, boolean evenKnown) {
    for (var ruling : arrival.rulings()) {
      for (var route : ruling.site().routes()) {
        var key = new Slot(route.destination(), arrival.story().uri());
        var before = known.get(key);
        if (before == null) {
          fresh.add(row(key, arrival, ruling, Wish.Before.NOTHING));
        } else if (evenKnown) {
          changed.add(row(key, arrival, ruling, before.before()));
          if (before.seen()) {
            seen.add(key.uri());
          }
        }
      }
    }
  }

  private Row row(Slot key, Arrival arrival, Sites.Ruling ruling, Wish.Before before) {
    Site site = ruling.site();
    var story = arrival.story();
    var verdict = ruling.verdict();
    var wish = Wish.of(Word.of(story), verdict, before, now, terms(story, site, verdict));
    neighbours.decided(story.uri(), site.name(), wish, before.reached());
    return verdict instanceof Verdict.Takes(var section, _)
        ? new Row(key, site.name(), wish, site.path(story, section), section.path())
        : new Row(key, site.name(), wish, null, null);
  }

  private @Nullable Answer terms(Story story, Site site, Verdict verdict) {
    return verdict instanceof Verdict.Takes(_, var terms) && !terms.none()
        ? terms.at(story.origin().agency(), neighbours.of(story, site.name(), now))
        : null;
  }

  List<Row> fresh() {
    return fresh;
  }

  List<Row> changed() {
    return changed;
  }

  /// Stories that some destination has shown at some time.
  Set<String> seen() {
    return seen;
  }

  /// Destinations that have something to carry now.
  Set<String> due() {
    var due = new TreeSet<String>();
    Stream.concat(fresh.stream(), changed.stream())
        .filter(row -> row.wish().isDue(now))
        .forEach(row -> due.add(row.key().destination()));
    return due;
  }
}
