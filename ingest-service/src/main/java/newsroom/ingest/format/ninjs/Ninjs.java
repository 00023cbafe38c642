package newsroom.ingest.format.ninjs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.WireText;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.wire.Wire;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads ninjs.
@Component
public class Ninjs implements Format {

  private static final Pattern OWN_KEY =
      Pattern.compile(
          "(?i)\"(?:uri|guid|versioncreated|pubstatus|headlines|bodies|body_(?:html|xhtml|text)|items|usn|ednote|representationtype)\"\\s*:");
  private static final List<String> OTHER_FORMATS =
      List.of("jsonfeed.org/version", "\"api_version\"", "\"$id\"", "\"@context\"");

  private final JsonMapper json;

  public Ninjs(FormatLimits limits) {
    var constraints = StreamReadConstraints.builder().maxNestingDepth(limits.maxDepth()).build();
    this.json =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
            // agencies put line ends into strings as they are
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  @Override
  public String name() {
    return "ninjs";
  }

  @Override
  public boolean recognises(Opening opening) {
    var text = opening.text();
    return (text.startsWith("{") || text.startsWith("["))
        && OWN_KEY.matcher(text).find()
        && OTHER_FORMATS.stream().noneMatch(text::contains);
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var origin = new Origin(name(), text.charset());
    var readings = new ArrayList<Reading>();
    for (var item : items(parsed(text.text()))) {
      readings.add(reading(new NinjsItem(new Keys(item), origin, wire.received())));
    }
    if (readings.isEmpty()) {
      throw new Unreadable("this JSON holds no ninjs item");
    }
    return readings;
  }

  private JsonNode parsed(String text) throws Unreadable {
    try {
      return json.readTree(text);
    } catch (JacksonException e) {
      var place = e.getLocation() == null ? "" : " near line " + e.getLocation().getLineNr();
      throw new Unreadable("the JSON is broken" + place + ": " + e.getOriginalMessage(), e);
    }
  }

  private static List<JsonNode> items(JsonNode root) {
    var held =
        root.isObject() && !root.has("uri") && root.path("items").isArray()
            ? root.path("items")
            : root;
    return held.isArray() ? held.valueStream().filter(JsonNode::isObject).toList() : List.of(held);
  }

  private static Reading reading(NinjsItem item) {
    try {
      return new Reading.Read(item.copy());
    } catch (Unreadable e) {
      return new Reading.Failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Reading.Failed("the ninjs item '" + item.guid() + "' cannot be read: " + e);
    }
  }
}
