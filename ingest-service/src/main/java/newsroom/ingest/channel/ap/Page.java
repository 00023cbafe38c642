package newsroom.ingest.channel.ap;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.channel.web.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A page of the feed.
///
/// @param items each in the envelope of an item that was asked for alone
/// @param next the page after this one
record Page(List<ObjectNode> items, @Nullable URI next) {

  static Page read(Reply reply, JsonMapper json) throws IOException {
    try {
      var bytes = new byte[reply.body().remaining()];
      reply.body().duplicate().get(bytes);
      var root = json.readTree(bytes);
      var data = root.path("data");
      if (!data.isObject()) {
        throw new IOException("answered with what is no page of a feed");
      }
      return new Page(items(root, data, json), next(data, reply.at()));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException("answered with what cannot be read as a page of a feed", e);
    }
  }

  private static List<ObjectNode> items(JsonNode root, JsonNode data, JsonMapper json) {
    var items = new ArrayList<ObjectNode>();
    for (var each : data.path("items")) {
      var envelope = json.createObjectNode();
      if (root.has("api_version")) {
        envelope.set("api_version", root.get("api_version"));
      }
      envelope.set("data", each);
      items.add(envelope);
    }
    return List.copyOf(items);
  }

  private static @Nullable URI next(JsonNode data, URI at) {
    var next = data.path("next_page");
    return next.isString() && !next.stringValue().isBlank()
        ? at.resolve(next.stringValue().strip())
        : null;
  }
}
