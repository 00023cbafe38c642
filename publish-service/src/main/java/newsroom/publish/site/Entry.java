package newsroom.publish.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Keys and values of the file, read so that each mistake can be named with its line. What nobody
/// asked for is a mistake too: a misspelt key must not change quietly what a site takes. Values are
/// the text as it is written: `no` is Norwegian and `04000000` a code, whatever YAML makes of them.
final class Entry {

  private final String where;
  private final int line;
  private final Map<String, Node> values;
  private final Map<String, Integer> lines;
  private final Proof proof;
  private final Set<String> asked = new HashSet<>();

  /// An entry.
  ///
  /// @param where how a mistake names it, as `site "harbor"`
  Entry(String where, Node node, Proof proof) {
    this(where, line(node), new LinkedHashMap<>(), new LinkedHashMap<>(), proof);
    if (node instanceof MappingNode map) {
      fill(map);
    } else {
      proof.mistake(line, where + ": keys with values are wanted here");
    }
  }

  private Entry(
      String where, int line, Map<String, Node> values, Map<String, Integer> lines, Proof proof) {
    this.where = where;
    this.line = line;
    this.values = values;
    this.lines = lines;
    this.proof = proof;
  }

  private void fill(MappingNode map) {
    for (var pair : map.getValue()) {
      var key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (key.equals("<<") && pair.getValueNode() instanceof MappingNode merged) {
        new Entry(where, merged, proof).values.forEach(values::putIfAbsent);
        continue;
      }
      var before = lines.put(key, line(pair.getKeyNode()));
      if (before != null) {
        mistake(key, "is there already on line " + before);
      }
      values.put(key, pair.getValueNode());
    }
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /// The same entry under a better name for mistakes.
  Entry named(String name) {
    var named = new Entry(name, line, values, lines, proof);
    named.asked.addAll(asked);
    return named;
  }

  /// The line that a key stands on; that of the entry where it is not there.
  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  /// A value that must be there; empty, and a mistake, where it is not.
  String text(String key) {
    var text = optional(key);
    if (text == null && !values.containsKey(key)) {
      mistake(key, "is missing");
    } else if (text == null) {
      mistake(key, "has no value");
    }
    return text == null ? "" : text;
  }

  String text(String key, String otherwise) {
    var text = optional(key);
    return text == null ? otherwise : text;
  }

  @Nullable String optional(String key) {
    var value = take(key);
    if (value == null) {
      return null;
    }
    if (value instanceof ScalarNode scalar) {
      return resolved(key, scalar.getValue());
    }
    mistake(key, "must be one value");
    return null;
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
    mistake(key, "must be a number from " + from + " to " + to + ", not " + text);
    return null;
  }

  /// One value counts as a list of one.
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (var item : items(key)) {
      if (item instanceof ScalarNode scalar) {
        texts.add(resolved(key, scalar.getValue()));
      } else {
        proof.mistake(line(item), where + ": " + key + " must be a list of words");
      }
    }
    return texts;
  }

  /// A list of entries.
  ///
  /// @param each names one in a mistake, as `section`
  List<Entry> entries(String key, String each) {
    var entries = new ArrayList<Entry>();
    for (var item : items(key)) {
      entries.add(new Entry(where + ", " + each + " " + (entries.size() + 1), item, proof));
    }
    return entries;
  }

  @Nullable Entry entry(String key) {
    var value = take(key);
    return value == null ? null : new Entry(where + ", " + key, value, proof);
  }

  /// Whether the value of a key has keys of its own.
  boolean branches(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /// Everything not asked for yet, as text.
  Map<String, String> rest() {
    var rest = new LinkedHashMap<String, String>();
    for (var key : values.keySet()) {
      if (!asked.contains(key)) {
        rest.put(key, text(key));
      }
    }
    return rest;
  }

  void nothingElse() {
    for (var key : values.keySet()) {
      if (!asked.contains(key)) {
        var known = asked.stream().sorted().toList();
        mistake(key, "is not known here" + Proof.hint(key, known) + " (known are " + known + ")");
      }
    }
  }

  void mistake(String key, String what) {
    proof.mistake(line(key), "%s: %s %s".formatted(where, key, what));
  }

  private List<Node> items(String key) {
    return switch (take(key)) {
      case null -> List.of();
      case SequenceNode list -> list.getValue();
      case Node one -> List.of(one);
    };
  }

  private @Nullable Node take(String key) {
    asked.add(key);
    var value = values.get(key);
    return value == null || value.getTag().equals(Tag.NULL) ? null : value;
  }

  private String resolved(String key, String text) {
    try {
      return proof.resolved(text);
    } catch (Secrets.Unreadable e) {
      mistake(key, String.valueOf(e.getMessage()));
      return "";
    } catch (IllegalArgumentException e) {
      // the text of the exception holds the whole value, which may be half a secret
      mistake(key, "names a variable that is not set in the environment");
      return "";
    }
  }
}
