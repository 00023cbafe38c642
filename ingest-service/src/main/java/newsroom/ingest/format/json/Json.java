package newsroom.ingest.format.json;

import java.util.regex.Pattern;
import newsroom.ingest.format.FormatLimits;
import newsroom.ingest.format.Unreadable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON into a tree, once. Of a key that stands twice in an object the last one counts.
@Component
public class Json {

  /// Twenty times what a long feed has: each one costs memory, however little it says.
  private static final long MOST_TOKENS = 1_000_000;

  private static final Pattern PARSERS_OWN = Pattern.compile(", from `StreamReadConstraints[^`]*`");

  private final JsonMapper json;

  public Json(FormatLimits limits) {
    var most = (int) Math.min(Integer.MAX_VALUE - 8, limits.maxSize().toBytes());
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.maxDepth())
            .maxStringLength(most)
            .maxTokenCount(MOST_TOKENS)
            .build();
    this.json =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
            // agencies put line ends into strings as they are, and programs write \' and NaN
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /// The root of the document.
  ///
  /// @throws Unreadable when it is no JSON, says where
  public JsonNode read(String text) throws Unreadable {
    try {
      return json.readTree(text);
    } catch (JacksonException e) {
      var place = e.getLocation() == null ? "" : " near line " + e.getLocation().getLineNr();
      var cut = e instanceof UnexpectedEndOfInputException ? "; the wire seems to be cut off" : "";
      var reason = PARSERS_OWN.matcher(String.valueOf(e.getOriginalMessage())).replaceAll("");
      throw new Unreadable("the JSON is broken" + place + ": " + reason + cut, e);
    }
  }
}
