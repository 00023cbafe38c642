package newsroom.ingest.format.dpa;

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

/// Reads dpa's digitalwires.
@Component
public class Digitalwires implements Format {

  private final Json json;

  public Digitalwires(Json json) {
    this.json = json;
  }

  @Override
  public String name() {
    return "dpa-digitalwires";
  }

  @Override
  public boolean isJson() {
    return true;
  }

  @Override
  public boolean recognises(Opening opening) {
    return Dialect.of(opening) == Dialect.DPA_DIGITALWIRES;
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var origin = new Origin(name(), text.charset());
    return Stories.read(
        entries(json.read(text.text())),
        entry -> new Entry(entry, origin, wire.received(), agency).copy());
  }

  private static Iterable<JsonNode> entries(JsonNode root) {
    var queued = root.path("entries");
    return root.isArray() ? root : queued.isArray() ? queued : List.of(root);
  }
}
