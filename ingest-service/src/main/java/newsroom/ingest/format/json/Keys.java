package newsroom.ingest.format.json;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.WireDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A JSON object asked without minding capitals, underscores and hyphens: `versionCreated` is
/// `versioncreated` is `version_created`. Ask in small letters.
public final class Keys {

  private static final int REPLACEMENT = 0xFFFD;

  private final Map<String, JsonNode> values = new LinkedHashMap<>();

  public Keys(JsonNode object) {
    for (var property : object.properties()) {
      values.putIfAbsent(plain(property.getKey()), property.getValue());
    }
  }

  /// The text of the first of the keys that has one, in one line.
  public @Nullable String text(String... keys) {
    for (var key : keys) {
      var text = Plain.text(raw(key));
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /// The text as it is, line ends and all; a whole number without a fraction.
  public @Nullable String raw(String key) {
    var value = values.get(key);
    if (value == null || !(value.isString() || value.isNumber())) {
      return null;
    }
    return value.isFloatingPointNumber() && value.canConvertToExactIntegral()
        ? String.valueOf(value.asLong(0))
        : mended(value.asString());
  }

  /// The text, or `true` where that is all that is said.
  public @Nullable String stated(String... keys) {
    for (var key : keys) {
      var value = values.get(key);
      var said = value != null && value.isBoolean() && value.asBoolean() ? "true" : text(key);
      if (said != null) {
        return said;
      }
    }
    return null;
  }

  /// The first of the dates that can be read.
  ///
  /// @param zone where a date without an offset was written
  public @Nullable Instant date(ZoneId zone, String... keys) {
    for (var key : keys) {
      var date = WireDate.parse(text(key), zone);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /// Whether something stands under the key.
  public boolean has(String key) {
    return values.containsKey(key) && !values.get(key).isNull();
  }

  /// What stands under the key.
  public @Nullable JsonNode node(String key) {
    return values.get(key);
  }

  /// The keys that begin so, in their order.
  public List<String> beginning(String prefix) {
    return values.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  /// The object under a key.
  public @Nullable Keys object(String key) {
    var value = values.get(key);
    return value != null && value.isObject() ? new Keys(value) : null;
  }

  /// The objects under the first of the keys that holds any, whether they stand in a list, alone,
  /// or under names.
  public List<Named> objects(String... keys) {
    for (var key : keys) {
      var found = objects(values.get(key));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /// Plain strings under the keys, alone or in lists, each once.
  public List<String> strings(String... keys) {
    var found = new ArrayList<String>();
    for (var key : keys) {
      var value = values.get(key);
      if (value != null && value.isArray()) {
        value.valueStream().filter(JsonNode::isString).forEach(text -> found.add(text.asString()));
      } else if (value != null && value.isString()) {
        found.add(value.asString());
      }
    }
    return found.stream()
        .map(text -> Plain.text(mended(text)))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /// An object and the name it stands under; null in a list.
  public record Named(@Nullable String name, Keys keys) {}

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

  static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /// Half a character, as programs leave it that cut texts, can be written in no charset.
  private static String mended(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text;
    }
    var mended = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
        .forEach(mended::appendCodePoint);
    return mended.toString();
  }
}
