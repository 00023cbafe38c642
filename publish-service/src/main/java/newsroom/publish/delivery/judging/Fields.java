package newsroom.publish.delivery.judging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of a JSON object by name, whatever its capitals: ninjs 1 writes `versioncreated`
/// where the newsroom and ninjs 3 write `versionCreated`.
final class Fields {

  private final Map<String, JsonNode> values = new HashMap<>();

  /// The fields of an object; those of the article in it where it is a whole event.
  Fields(JsonNode object) {
    if (!object.isObject()) {
      throw new IllegalArgumentException("the story must be a JSON object or a uri");
    }
    add(object);
    if (object.path("article").isObject()) {
      add(object.path("article"));
    }
  }

  private void add(JsonNode object) {
    object
        .properties()
        .forEach(it -> values.put(it.getKey().toLowerCase(Locale.ROOT), it.getValue()));
  }

  /// Whether a story is only named, and not told.
  boolean onlyNames() {
    return values.containsKey("uri") && values.size() == 1;
  }

  @Nullable String optional(String... names) {
    for (var name : names) {
      var value = values.get(name);
      if (value != null && value.isValueNode() && !value.isNull()) {
        return value.asString();
      }
    }
    return null;
  }

  String text(String name, String otherwise) {
    var text = optional(name);
    return text == null ? otherwise : text;
  }

  @Nullable Integer number(String name) {
    var text = optional(name);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not " + text, e);
    }
  }

  @Nullable Instant time(String... names) {
    var text = optional(names);
    if (text == null) {
      return null;
    }
    try {
      return text.chars().allMatch(Character::isDigit)
          ? Instant.ofEpochMilli(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException(
          names[0] + " must be a time as 2026-11-20T08:15:00Z, not " + text, e);
    }
  }

  /// The objects of a list.
  List<Fields> each(String... names) {
    var each = new ArrayList<Fields>();
    for (var name : names) {
      var value = values.get(name);
      if (value != null && value.isArray()) {
        value.forEach(
            it -> {
              if (it.isObject()) {
                each.add(new Fields(it));
              }
            });
      } else if (value != null && value.isObject()) {
        each.add(new Fields(value));
      }
    }
    return each;
  }

  /// The words of a list.
  List<String> words(String name) {
    var words = new ArrayList<String>();
    var value = values.get(name);
    if (value != null && value.isArray()) {
      value.forEach(
          it -> words.add(it.isObject() ? new Fields(it).text("name", "") : it.asString()));
    }
    return words;
  }
}
