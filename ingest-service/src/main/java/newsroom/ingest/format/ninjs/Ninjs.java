package newsroom.ingest.format.ninjs;

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
import newsroom.ingest.wire.Wire;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads ninjs.
@Component
public class Ninjs implements Format {

  private final Json json;

  public Ninjs(Json json) {
    this.json = json;
  }

  @Override
  public String name() {
    return "ninjs";
  }

  @Override
  public boolean isJson() {
    return true;
  }

  @Override
  public boolean recognises(Opening opening) {
    return Dialect.of(opening) == Dialect.NINJS;
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var origin = new Origin(name(), text.charset());
    var readings =
        Stories.read(
            items(json.read(text.text())),
            item -> new NinjsItem(item, origin, wire.received(), agency).copy());
    if (readings.isEmpty()) {
      throw new Unreadable("this JSON holds no ninjs item");
    }
    return readings;
  }

  /// ninjs is one item; agencies send lists of them, and envelopes around such a list.
  private static Iterable<JsonNode> items(JsonNode root) {
    if (root.isArray()) {
      return root;
    }
    for (var name : List.of("items", "item")) {
      var held = root.path(name);
      if (!root.has("uri") && (held.isArray() || held.isObject())) {
        return held.isArray() ? held : List.of(held);
      }
    }
    return List.of(root);
  }
}
