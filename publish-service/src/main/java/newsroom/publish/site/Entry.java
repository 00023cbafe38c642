package newsroom.publish.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keys and values of the file, read so that each mistake can be named. What nobody asked for is a
/// mistake too: a misspelt key must not change quietly what a site takes.
final class Entry {

  private final String where;
  private final Map<?, ?> values;
  private final UnaryOperator<String> resolve;
  private final Set<String> asked = new HashSet<>();

  /// An entry.
  ///
  /// @param where how a mistake names it, as `site "harbor"`
  /// @param resolve replaces `${NAME}` by the environment's value
  Entry(String where, Object values, UnaryOperator<String> resolve) {
    if (!(values instanceof Map<?, ?> map)) {
      throw new Mistake(where + ": keys with values are wanted here, not " + values);
    }
    this.where = where;
    this.values = map;
    this.resolve = resolve;
  }

  String text(String key) {
    var text = optional(key);
    if (text == null) {
      throw mistake(key, "is missing");
    }
    return text;
  }

  String text(String key, String otherwise) {
    var text = optional(key);
    return text == null ? otherwise : text;
  }

  @Nullable String optional(String key) {
    var value = take(key);
    return switch (value) {
      case null -> null;
      case Map<?, ?> _, List<?> _ -> throw mistake(key, "must be one value");
      default -> resolved(key, value.toString());
    };
  }

  @Nullable Integer number(String key, int from, int to) {
    var text = optional(key);
    try {
      var number = text == null ? null : Integer.valueOf(text);
      if (number == null || (number >= from && number <= to)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw mistake(key, "must be a number from " + from + " to " + to + ", not " + text);
  }

  /// One value counts as a list of one.
  List<String> texts(String key) {
    return items(key).stream().map(item -> resolved(key, String.valueOf(item))).toList();
  }

  /// A list of entries.
  ///
  /// @param each names one in a mistake, as `section`
  List<Entry> entries(String key, String each) {
    var entries = new ArrayList<Entry>();
    for (var item : items(key)) {
      entries.add(new Entry(where + ", " + each + " " + (entries.size() + 1), item, resolve));
    }
    return entries;
  }

  @Nullable Entry entry(String key) {
    var value = take(key);
    return value == null ? null : new Entry(where + ", " + key, value, resolve);
  }

  /// The same entry under a better name for mistakes.
  Entry named(String name) {
    return new Entry(name, values, resolve);
  }

  /// Everything not asked for yet, as text.
  Map<String, String> rest() {
    var rest = new LinkedHashMap<String, String>();
    for (var key : values.keySet()) {
      var name = String.valueOf(key);
      if (!asked.contains(name)) {
        rest.put(name, text(name));
      }
    }
    return rest;
  }

  void nothingElse() {
    for (var key : values.keySet()) {
      if (!asked.contains(String.valueOf(key))) {
        throw mistake(
            String.valueOf(key),
            "is not known here; known are " + asked.stream().sorted().toList());
      }
    }
  }

  Mistake mistake(String key, String what) {
    return new Mistake("%s: %s %s".formatted(where, key, what));
  }

  private List<?> items(String key) {
    return switch (take(key)) {
      case null -> List.of();
      case List<?> list -> list;
      case Object one -> List.of(one);
    };
  }

  private @Nullable Object take(String key) {
    asked.add(key);
    return values.get(key);
  }

  private String resolved(String key, String text) {
    try {
      return resolve.apply(text);
    } catch (Secrets.Unreadable e) {
      throw mistake(key, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      // the text of the exception holds the whole value, which may be half a secret
      throw mistake(key, "names a variable that is not set in the environment");
    }
  }
}
