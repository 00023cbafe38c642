package newsroom.ingest.agency;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Keys and values of one agency, read so that each mistake can be named. What nobody asked for is
/// a mistake too: a misspelt key must not change quietly how an agency is read.
final class Entry {

  private final String where;
  private final Map<?, ?> values;
  private final Set<String> asked = new HashSet<>();

  /// An entry.
  ///
  /// @param where how a mistake names it, as `agencies.yml, agency "dpa"`
  Entry(String where, @Nullable Object values) {
    if (!(values instanceof Map<?, ?> map)) {
      throw new Mistake(where + ": keys with values are wanted here, not " + values);
    }
    this.where = where;
    this.values = map;
  }

  /// Reads a single value into a sketch, where it is there.
  ///
  /// @param read makes of key and text what is wanted, or throws a [Mistake]
  void one(String key, Map<String, Object> into, BiFunction<String, String, Object> read) {
    asked.add(key);
    if (values.containsKey(key)) {
      var value = values.get(key);
      into.put(key, value == null ? Sketch.NOTHING : read.apply(key, text(key, value)));
    }
  }

  /// Reads a list; one value counts as a list of one.
  void list(String key, Map<String, Object> into, BiFunction<String, String, Object> read) {
    asked.add(key);
    if (values.containsKey(key)) {
      into.put(
          key, items(values.get(key)).stream().map(it -> read.apply(key, text(key, it))).toList());
    }
  }

  /// Reads words with what each of them stands for.
  void map(String key, Map<String, Object> into, BiFunction<String, String, Object> read) {
    asked.add(key);
    if (!values.containsKey(key)) {
      return;
    }
    if (!(values.get(key) instanceof Map<?, ?> map)) {
      throw mistake(key, "must be words with what each stands for, not " + values.get(key));
    }
    var all = new LinkedHashMap<String, Object>();
    map.forEach(
        (word, value) -> {
          var plain = text(key, word);
          var said = value == null ? Sketch.NOTHING : text(key, value);
          all.put(
              plain,
              said.equals(Sketch.NOTHING)
                  ? said
                  : read.apply(key + ", \"" + plain + "\"", said.toString()));
        });
    into.put(key, all);
  }

  @Nullable String optional(String key) {
    asked.add(key);
    var value = values.get(key);
    return value == null ? null : text(key, value);
  }

  void nothingElse() {
    for (var key : values.keySet()) {
      if (!asked.contains(String.valueOf(key))) {
        throw mistake(
            String.valueOf(key),
            "is not known here; known are " + String.join(", ", asked.stream().sorted().toList()));
      }
    }
  }

  Mistake mistake(String key, String what) {
    return new Mistake("%s: %s %s".formatted(where, key, what));
  }

  /// YAML reads `no` as false and `01000000` as a number in base eight.
  private String text(String key, @Nullable Object value) {
    if (value instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    if (value instanceof Integer number && number > 0 && number < 10) {
      return number.toString();
    }
    throw mistake(key, "must be a text (in quotes where YAML reads it otherwise), not " + value);
  }

  private static List<?> items(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list;
      case Object one -> List.of(one);
    };
  }
}
