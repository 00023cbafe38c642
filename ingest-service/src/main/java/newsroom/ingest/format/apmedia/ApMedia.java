package newsroom.ingest.format.apmedia;

import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.WireText;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.json.Dialect;
import newsroom.ingest.format.json.Json;
import newsroom.ingest.format.json.Stories;
import newsroom.ingest.format.nitf.Nitf;
import newsroom.ingest.wire.Wire;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads AP's Media API.
@Component
public class ApMedia implements Format {

  private static final String NITF = "nitf";

  private final Json json;
  private final Nitf nitf;

  public ApMedia(Json json, Nitf nitf) {
    this.json = json;
    this.nitf = nitf;
  }

  @Override
  public String name() {
    return "ap-media";
  }

  @Override
  public boolean isJson() {
    return true;
  }

  @Override
  public boolean recognises(Opening opening) {
    return Dialect.of(opening) == Dialect.AP_MEDIA;
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var origin = new Origin(name(), text.charset());
    var story = new StoryText(nitf, wire, agency);
    return Stories.read(
        items(json.read(text.text())),
        item -> new ApItem(item, origin, wire.received(), agency).copy(story));
  }

  /// The items, out of their envelopes: `data.items[].item`, `data.items[]`, `data.item`, `item`. A
  /// text that was fetched along with an item may stand beside it.
  private static List<JsonNode> items(JsonNode root) {
    var data = root.has("data") ? root.path("data") : root;
    var listed = data.isArray() ? data : data.path("items");
    if (!listed.isArray()) {
      return List.of(unwrapped(data, root));
    }
    var items = new ArrayList<JsonNode>();
    for (var entry : listed) {
      items.add(unwrapped(entry, entry));
    }
    return items;
  }

  private static JsonNode unwrapped(JsonNode entry, JsonNode beside) {
    var item = entry.path("item");
    if (!item.isObject()) {
      return entry;
    }
    if (beside.has(NITF) && item instanceof ObjectNode object && !object.has(NITF)) {
      object.set(NITF, beside.get(NITF));
    }
    return item;
  }
}
