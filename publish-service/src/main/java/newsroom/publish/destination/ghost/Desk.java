package newsroom.publish.destination.ghost;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import org.jspecify.annotations.Nullable;

/// What those who write to one site need.
///
/// @param name of the destination
record Desk(
    String name,
    Masthead masthead,
    GhostSettings settings,
    GhostApi api,
    GhostPosts posts,
    Clock clock) {

  /// The newsroom's own address of a story below the site's root, wherever that is today.
  String path(URI address) {
    return masthead.address().relativize(address).toString();
  }

  /// What Ghost calls a story's address: the end of the newsroom's, which has the end of the
  /// story's uri in it and so is no other story's.
  static String slug(URI address) {
    var path = address.getPath().replaceFirst("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Stands unseen in the head of a post's page, so that the post is found whatever its slug is.
  static String marker(String uri) {
    return "<!-- " + uri + " -->";
  }

  /// The page's links, to the site's own addresses; one that leads to nothing here is none. What
  /// lies in the archive is where it is.
  List<Page.Promo> promos(Page page) {
    var paths = page.promos().stream().map(promo -> path(promo.address())).toList();
    var links = posts.links(name, paths);
    return page.promos().stream()
        .flatMap(promo -> there(promo, links.get(path(promo.address()))))
        .toList();
  }

  private Stream<Page.Promo> there(Page.Promo promo, @Nullable String link) {
    if (link == null) {
      return masthead.archive().has(promo.address()) ? Stream.of(promo) : Stream.empty();
    }
    return Stream.of(
        new Page.Promo(promo.label(), promo.headline(), URI.create(link), promo.afterBlock()));
  }
}
