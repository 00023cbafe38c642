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
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import newsroom.publish.site.Verdict;

/// The wishes of a batch, one for each story and destination.
final class Wishes {

  private final Map<Slot, Known> known;
  private final Instant now;
  private final List<Row> fresh = new ArrayList<>();
  private final List<Row> changed = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  Wishes(Map<Slot, Known> known, Instant now) {
    this.known = known;
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
    var wish = Wish.of(Word.of(arrival.story()), ruling.verdict(), before, now);
    return ruling.verdict() instanceof Verdict.Takes(var section)
        ? new Row(key, site.name(), wish, site.path(arrival.story(), section), section.path())
        : new Row(key, site.name(), wish, null, null);
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
