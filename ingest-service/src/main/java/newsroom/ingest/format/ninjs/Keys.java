package newsroom.ingest.format.ninjs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import newsroom.ingest.copy.Plain;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON object asked without minding capitals, underscores and hyphens: `versionCreated` is
/// `versioncreated` is `version_created`.
final class Keys {

  private final Map<String, JsonNode> values = new HashMap<>();

  Keys(JsonNode object) {
    for (var property : object.properties()) {
      values.putIfAbsent(plain(property.getKey()), property.getValue());
    }
  }

  /// The text of the first of the keys that has one.
  @Nullable String text(String... keys) {
    for (var key : keys) {
      var text = raw(key);
      if (Plain.text(text) != null) {
        return Plain.text(text);
      }
    }
    return null;
  }

  /// The text as it is, line ends and all.
  @Nullable String raw(String key) {
    var value = values.get(key);
    return value != null && (value.isString() || value.isNumber()) ? value.asString() : null;
  }

  boolean has(String key) {
    return values.containsKey(key) && !values.get(key).isNull();
  }

  /// The objects under the first of the keys that holds any, whether they stand in a list, alone,
  /// or under names.
  List<Named> objects(String... keys) {
    for (var key : keys) {
      var found = objects(values.get(key));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /// Plain strings under a key, alone or in a list.
  List<String> strings(String key) {
    var value = values.get(key);
    var all =
        value == null
            ? List.<JsonNode>of()
            : value.isArray() ? value.valueStream().toList() : List.of(value);
    return all.stream()
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .filter(text -> !text.isBlank())
        .toList();
  }

  /// An object and the name it stands under; null in a list.
  record Named(@Nullable String name, Keys keys) {}

  private static List<Named> objects(@Nullable JsonNode value) {
    var found = new ArrayList<Named>();
    if (value != null && value.isArray()) {
      value
          .valueStream()
          .filter(JsonNode::isObject)
          .forEach(node -> found.add(new Named(null, new Keys(node))));
    } else if (value != null && value.isObject()) {
      for (var property : value.properties()) {
        if (property.getValue().isObject()) {
          found.add(new Named(property.getKey(), new Keys(property.getValue())));
        }
      }
      if (found.isEmpty() && !value.isEmpty()) {
        found.add(new Named(null, new Keys(value)));
      }
    }
    return found;
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
  }
}
