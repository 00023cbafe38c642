package newsroom.publish.destination.wordpress;

import java.net.URI;
import newsroom.publish.destination.cms.post.Notebook;
import newsroom.publish.destination.wordpress.api.Api;

/// What those who write to one site need.
record Desk(Notebook notebook, WordPressSettings settings, Api api) {

  /// What WordPress calls a story's address.
  static String slug(URI address, String uri) {
    return Notebook.slug(address, uri);
  }
}
