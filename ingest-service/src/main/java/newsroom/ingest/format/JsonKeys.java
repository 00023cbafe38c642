package newsroom.ingest.format;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// The keys of a JSON text as far as its beginning shows them, by their paths: `data.item.uri`. A
/// list is passed through, so that the keys of its objects are those of one object.
final class JsonKeys {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();
  private static final int MOST = 500;
  private static final int DEEPEST = 4;

  private record Place(String prefix, String name) {}

  private final Set<String> paths = new LinkedHashSet<>();
  private final ArrayDeque<Place> open = new ArrayDeque<>();
  private Place here = new Place("", "");

  private JsonKeys() {}

  /// The paths in the order of the text; none when it is no JSON.
  static Set<String> of(String beginning) {
    var keys = new JsonKeys();
    if (beginning.startsWith("{") || beginning.startsWith("[")) {
      keys.collect(beginning);
    }
    return Collections.unmodifiableSet(keys.paths);
  }

  private void collect(String beginning) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), beginning)) {
      for (var token = parser.nextToken();
          token != null && paths.size() < MOST;
          token = parser.nextToken()) {
        if (token.isStructStart() && open.size() >= DEEPEST) {
          parser.skipChildren();
        } else {
          see(token, parser);
        }
      }
    } catch (JacksonException e) {
      // only the beginning is here: it ends somewhere, and what came before that is seen
    }
  }

  private void see(JsonToken token, JsonParser parser) {
    switch (token) {
      case PROPERTY_NAME -> {
        here = new Place(here.prefix, here.prefix + parser.currentName());
        paths.add(here.name);
      }
      case START_ARRAY -> open.push(here);
      case START_OBJECT -> {
        open.push(here);
        here = new Place(here.name.isEmpty() ? "" : here.name + ".", here.name);
      }
      case END_ARRAY, END_OBJECT -> here = open.pop();
      default -> {}
    }
  }
}
