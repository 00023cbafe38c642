package newsroom.publish.delivery.carrying;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import newsroom.publish.delivery.reading.Shelves;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.site.Mistake;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import org.springframework.stereotype.Component;

/// Every destination of every site, opened. What a site's file says wrongly ends the start with a
/// sentence, and later leaves everything as it is.
@Component
class Lines implements AutoCloseable {

  private final Map<String, DestinationKind> kinds = new HashMap<>();
  private final Shelves shelves;
  private final CarryingSettings settings;
  private volatile Map<String, Opened> opened;

  Lines(Sites sites, List<DestinationKind> kinds, Shelves shelves, CarryingSettings settings) {
    kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
    this.shelves = shelves;
    this.settings = settings;
    this.opened = Map.of();
    this.opened = change(sites).next();
  }

  /// A line and what it was opened by.
  record Opened(Line line, Site.Route route, Limit limit) {

    private boolean same(Site site, Site.Route other) {
      return route.same(other)
          && line.masthead().equals(site.masthead())
          && limit.pace().equals(site.pace());
    }
  }

  /// What other sites come to.
  ///
  /// @param next every line there is to be, in the order of the file
  /// @param fresh those of them that were opened for this
  /// @param old those that are there today and not in the next
  record Change(Map<String, Opened> next, List<Line> fresh, List<Line> old) {

    void drop() {
      fresh.forEach(line -> line.destination().close());
    }
  }

  /// Opens what these sites have beyond what is open; what stays as it is stays open. Throws when
  /// anything cannot be opened, and all that is wrong is said at once.
  Change change(Sites sites) {
    var next = new LinkedHashMap<String, Opened>();
    var fresh = new ArrayList<Line>();
    var mistakes = new ArrayList<String>();
    for (var site : sites.all()) {
      var limit = limit(site);
      for (var route : site.routes()) {
        var before = opened.get(route.destination());
        if (before != null && before.same(site, route)) {
          next.put(route.destination(), before);
          continue;
        }
        try {
          var line = open(site, route).within(limit);
          fresh.add(line);
          next.put(route.destination(), new Opened(line, route, limit));
        } catch (IllegalArgumentException e) {
          mistakes.add(where(site, route) + e.getMessage());
        }
      }
    }
    var old =
        opened.values().stream().filter(it -> !next.containsValue(it)).map(Opened::line).toList();
    var change = new Change(next, fresh, old);
    if (!mistakes.isEmpty()) {
      change.drop();
      throw Mistake.of(mistakes);
    }
    return change;
  }

  /// From now on these are open.
  void take(Change change) {
    opened = change.next();
  }

  /// All destinations of a site keep to one limit, those that stay open too.
  private Limit limit(Site site) {
    return opened.values().stream()
        .filter(it -> it.line().site().equals(site.name()))
        .map(Opened::limit)
        .filter(it -> it.pace().equals(site.pace()))
        .findFirst()
        .orElseGet(() -> new Limit(site.pace()));
  }

  private static String where(Site site, Site.Route route) {
    return "line "
        + route.line()
        + ": site \""
        + site.name()
        + "\", destination "
        + route.destination()
        + ": ";
  }

  private Line open(Site site, Site.Route route) {
    var kind = kinds.get(route.kind());
    if (kind == null) {
      var known = new TreeSet<>(kinds.keySet());
      throw new IllegalArgumentException(
          "there is no kind " + route.kind() + "; there are " + known);
    }
    var shelf = shelves.of(route.destination(), site.masthead());
    var destination = kind.open(route.destination(), site.masthead(), route.settings(), shelf);
    var plan = settings.plan(route.kind());
    return new Line(route.destination(), site.masthead(), destination, plan, Limit.none());
  }

  List<Line> all() {
    return opened.values().stream().map(Opened::line).toList();
  }

  @Override
  public void close() {
    all().forEach(line -> line.destination().close());
  }
}
