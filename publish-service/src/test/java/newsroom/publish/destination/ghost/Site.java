package newsroom.publish.destination.ghost;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/// A Ghost site on this machine, and what its owner can do with it.
interface Site {

  URI url();

  default int port() {
    return url().getPort();
  }

  /// The Admin API key of the newsroom's integration.
  String key();

  /// Takes all posts away.
  void empty();

  /// Asks the Admin API as an editor of the site does.
  JsonNode ask(String method, String path, String body);

  /// How many posts there are, drafts too.
  default int total() {
    return ask("GET", "posts/?limit=1", "").path("meta").path("pagination").path("total").asInt(-1);
  }
}
