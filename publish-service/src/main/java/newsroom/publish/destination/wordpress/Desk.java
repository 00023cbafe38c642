package newsroom.publish.destination.wordpress;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.wordpress.api.Api;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;

/// What those who write to one site need.
///
/// @param name of the destination
record Desk(
    String name, Masthead masthead, WordPressSettings settings, Api api, Posts posts, Clock clock) {

  /// The newsroom's own address of a story below the site's root, wherever that is today.
  String path(URI address) {
    return masthead.address().relativize(address).toString();
  }

  /// What WordPress calls a story's address: the end of the newsroom's, which has the end of the
  /// story's uri in it and so is no other story's.
  static String slug(URI address) {
    var path = address.getPath().replaceFirst("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The site's own addresses of the stories that a page links to. What lies in the archive is
  /// where it is.
  Map<URI, URI> links(Page page) {
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
