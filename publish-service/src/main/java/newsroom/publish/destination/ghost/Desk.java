package newsroom.publish.destination.ghost;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import newsroom.publish.destination.cms.post.Notebook;
import newsroom.publish.rendition.Page;

/// What those who write to one site need.
record Desk(Notebook notebook, GhostSettings settings, GhostApi api) {

  /// What Ghost calls a story's address.
  static String slug(URI address, String uri) {
    return Notebook.slug(address, uri);
  }

  /// Stands unseen in the head of a post's page, so that the post is found whatever its slug is.
  static String marker(String uri) {
    return "<!-- " + uri + " -->";
  }

  /// The page's links, to where they lead from this site; one that leads to nothing here is none.
  List<Page.Promo> promos(Page page) {
    var links = notebook.links(page);
    return page.promos().stream()
        .filter(promo -> links.containsKey(promo.address()))
        .map(
            promo ->
                new Page.Promo(
                    promo.label(),
                    promo.headline(),
                    Objects.requireNonNull(links.get(promo.address())),
                    promo.afterBlock()))
        .toList();
  }
}
