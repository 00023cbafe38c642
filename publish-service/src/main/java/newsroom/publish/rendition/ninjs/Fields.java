package newsroom.publish.rendition.ninjs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import newsroom.publish.rendition.Legible;
import org.jspecify.annotations.Nullable;

/// The fields of a JSON object in the order they were put; what is not known is left out, as ninjs
/// has no nulls.
record Fields(Map<String, Object> map) {

  Fields() {
    this(new LinkedHashMap<>());
  }

  /// An object with these fields, name and value in turn.
  static Map<String, Object> of(String... fields) {
    var object = new Fields();
    for (int index = 0; index < fields.length; index += 2) {
      object.put(fields[index], fields[index + 1]);
    }
    return object.map();
  }

  void put(String name, @Nullable Object value) {
    boolean nothing =
        value == null
            || (value instanceof Collection<?> values && values.isEmpty())
            || (value instanceof String text && text.isBlank());
    if (!nothing) {
      // JSON would write what is illegible as an escape, which is legible
      map.put(name, value instanceof String text ? Legible.text(text) : value);
    }
  }
}
