package newsroom.publish.delivery.carrying;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import newsroom.publish.delivery.reading.Shelves;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.site.Site;
import newsroom.publish.site.Sites;
import org.springframework.stereotype.Component;

/// Every destination of every site, opened. What a site's file says wrongly ends the start with a
/// sentence.
@Component
class Lines implements AutoCloseable {

  private final Map<String, DestinationKind> kinds = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  Lines(Sites sites, List<DestinationKind> kinds, Shelves shelves, CarryingSettings settings) {
    kinds.forEach(kind -> this.kinds.put(kind.kind(), kind));
    for (var site : sites.all()) {
      var limit = new Limit(site.pace());
      for (var route : site.routes()) {
        lines.add(open(site, route, shelves, settings).within(limit));
      }
    }
  }

  private Line open(Site site, Site.Route route, Shelves shelves, CarryingSettings settings) {
    var where = "site \"" + site.name() + "\", destination " + route.destination() + ": ";
    var kind = kinds.get(route.kind());
    if (kind == null) {
      throw new IllegalArgumentException(
          where
              + "there is no kind "
              + route.kind()
              + "; there are "
              + new TreeSet<>(kinds.keySet()));
    }
    try {
      var shelf = shelves.of(route.destination(), site.masthead());
      var destination = kind.open(route.destination(), site.masthead(), route.settings(), shelf);
      var plan = settings.plan(route.kind());
      return new Line(route.destination(), site.masthead(), destination, plan, Limit.none());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where + e.getMessage(), e);
    }
  }

  List<Line> all() {
    return lines;
  }

  @Override
  public void close() {
    lines.forEach(line -> line.destination().close());
  }
}
