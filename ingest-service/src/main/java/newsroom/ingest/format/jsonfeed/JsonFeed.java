package newsroom.ingest.format.jsonfeed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.WireText;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.json.Dialect;
import newsroom.ingest.format.json.Json;
import newsroom.ingest.format.json.Keys;
import newsroom.ingest.format.json.Stories;
import newsroom.ingest.wire.Wire;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads JSON Feed.
@Component
public class JsonFeed implements Format {

  private final Json json;

  public JsonFeed(Json json) {
    this.json = json;
  }

  @Override
  public String name() {
    return "json-feed";
  }

  @Override
  public boolean isJson() {
    return true;
  }

  @Override
  public boolean recognises(Opening opening) {
    return Dialect.of(opening) == Dialect.JSON_FEED;
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var origin = new Origin(name(), text.charset());
    var root = json.read(text.text());
    if (!root.isObject()) {
      throw new Unreadable("this JSON Feed is no object");
    }
    var items = root.path("items");
    if (!items.isArray()) {
      throw new Unreadable("this JSON Feed has no list of items");
    }
    var feed = new FeedKeys(new Keys(root), ambiguous(items));
    return Stories.read(
        items, item -> new FeedItem(item, feed, agency.zone()).copy(origin, wire.received()));
  }

  /// The ids that more than one item has, which a feed must not have: such an id identifies none.
  private static Set<String> ambiguous(JsonNode items) {
    var seen = new HashSet<String>();
    var twice = new HashSet<String>();
    for (var item : items) {
      var id = item.path("id").asString("");
      if (!seen.add(id)) {
        twice.add(id);
      }
    }
    return twice;
  }
}
