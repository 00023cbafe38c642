package newsroom.publish.destination.cms.post;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;

/// What the newsroom keeps in mind of one site.
///
/// @param name of the destination
public record Notebook(String name, Masthead masthead, Posts posts, Clock clock) {

  /// So many characters at the end of a uri tell stories apart, as in their addresses.
  private static final int ID = 8;

  public Known known(String uri) {
    return posts.known(name, uri);
  }

  void keep(String uri, Known known) {
    posts.keep(name, uri, known);
  }

  public Instant now() {
    return clock.instant();
  }

  /// The newsroom's own address of a story below the site's root, wherever that is today.
  String path(URI address) {
    return masthead.address().relativize(address).toString();
  }

  /// What a site calls a story's address: the end of the newsroom's, and the end of the story's uri
  /// where the site's pattern has that elsewhere. So it is no other story's.
  public static String slug(URI address, String uri) {
    var path = address.getPath().replaceFirst("/+$", "");
    var last = path.substring(path.lastIndexOf('/') + 1);
    var id = uri.substring(Math.max(0, uri.length() - ID));
    return last.contains(id) ? last : last + "-" + id;
  }

  /// The site's own addresses of the stories that a page links to. What lies in the archive is
  /// where it is.
  public Map<URI, URI> links(Page page) {
    var wanted = new HashMap<String, URI>();
    page.promos().forEach(promo -> wanted.put(path(promo.address()), promo.address()));
    var links = new HashMap<URI, URI>();
    posts
        .links(name, List.copyOf(wanted.keySet()))
        .forEach((path, link) -> links.put(wanted.get(path), URI.create(link)));
    wanted.values().stream()
        .filter(masthead.archive()::has)
        .forEach(address -> links.putIfAbsent(address, address));
    return links;
  }
}
