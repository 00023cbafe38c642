package newsroom.ingest.agency;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import newsroom.ingest.agency.Agency.EmptyEmbargo;
import newsroom.ingest.agency.Agency.Meaning;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads files of agencies, each over the ones before, and names every mistake by file, agency and
/// key.
final class ReadAgencies {

  /// The agency that every other is like in what it does not say itself.
  static final String ANY = "unknown";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final Pattern TOPIC = Pattern.compile("medtop:\\d{8}(?: \\S.*)?");
  private static final List<String> TEXTS =
      List.of("desk", "creditline", "copyright-holder", "copyright-notice", "usage-terms");

  private final Map<String, Sketch> sketches = new TreeMap<>();
  private final Map<String, String> files = new TreeMap<>();

  /// Adds what a file says.
  ///
  /// @param file how a mistake names it
  void add(String file, String yaml) {
    var root = load(file, yaml);
    if (root == null) {
      return;
    }
    if (!(root instanceof Map<?, ?> map)
        || map.size() != 1
        || !(map.get("agencies") instanceof Map<?, ?> agencies)) {
      throw new Mistake(file + " must have one key, agencies, with an agency's name per key");
    }
    agencies.forEach(
        (key, values) -> {
          var name = String.valueOf(key);
          if (!(key instanceof String) || !NAME.matcher(name).matches()) {
            throw new Mistake(
                file
                    + ": an agency's name has 1 to 32 small letters, digits and hyphens, and no"
                    + " hyphen first, not "
                    + name);
          }
          var sketch = sketch(new Entry(file + ", agency \"" + name + "\"", values));
          sketches.merge(name, sketch, (lower, upper) -> upper.over(lower));
          files.put(name, file);
        });
  }

  /// What all the files together say of each agency.
  Map<String, Agency> agencies() {
    var agencies = new LinkedHashMap<String, Agency>();
    for (var name : sketches.keySet()) {
      agencies.put(name, whole(name, new ArrayList<>()).agency(name));
    }
    return agencies;
  }

  private Sketch whole(String name, List<String> seen) {
    var sketch = sketches.getOrDefault(name, new Sketch(null, Map.of()));
    if (name.equals(ANY)) {
      return sketch;
    }
    if (seen.contains(name)) {
      seen.add(name);
      throw mistake(name, "goes round in a circle: " + String.join(", ", seen));
    }
    seen.add(name);
    var like = sketch.like() == null ? ANY : sketch.like();
    if (!like.equals(ANY) && !sketches.containsKey(like)) {
      throw mistake(name, "names \"" + like + "\", of which no file knows");
    }
    return sketch.over(whole(like, seen));
  }

  private Mistake mistake(String name, String what) {
    return new Mistake("%s, agency \"%s\": like %s".formatted(files.get(name), name, what));
  }

  private static @Nullable Object load(String file, String yaml) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(new SafeConstructor(options)).load(yaml);
    } catch (YAMLException e) {
      throw new Mistake(file + " is no YAML: " + e.getMessage());
    }
  }

  private static Sketch sketch(Entry entry) {
    var like = entry.optional("like");
    var values = new LinkedHashMap<String, Object>();
    entry.one("zone", values, (key, text) -> zone(entry, key, text));
    entry.one("language", values, (key, text) -> language(entry, key, text));
    entry.one("charset", values, (key, text) -> charset(entry, key, text));
    entry.one("empty-embargo", values, (key, text) -> emptyEmbargo(entry, key, text));
    entry.one("urgency", values, (key, text) -> urgency(entry, key, text));
    TEXTS.forEach(key -> entry.one(key, values, (_, text) -> text));
    for (var words : List.of("signals", "headlines", "notes")) {
      entry.map(words, values, (key, text) -> meaning(entry, key, text));
    }
    entry.list("clean", values, (key, text) -> cleaned(entry, key, text));
    entry.list("blocked", values, (_, text) -> text);
    entry.list("guids", values, (_, text) -> text);
    entry.map("subject-codes", values, (key, text) -> topic(entry, key, text));
    entry.nothingElse();
    return new Sketch(like, values);
  }

  private static ZoneId zone(Entry entry, String key, String text) {
    try {
      return ZoneId.of(text).normalized();
    } catch (DateTimeException e) {
      throw entry.mistake(key, "must be a time zone as Europe/Helsinki, not " + text);
    }
  }

  private static String language(Entry entry, String key, String text) {
    try {
      return new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      throw entry.mistake(key, "must be a language as de or pt-BR, not " + text);
    }
  }

  private static String charset(Entry entry, String key, String text) {
    try {
      return Charset.forName(text).name();
    } catch (IllegalArgumentException e) {
      throw entry.mistake(key, "must be a charset as ISO-8859-15, not " + text);
    }
  }

  private static EmptyEmbargo emptyEmbargo(Entry entry, String key, String text) {
    return switch (text) {
      case "hold" -> EmptyEmbargo.HOLD;
      case "ignore" -> EmptyEmbargo.IGNORE;
      default -> throw entry.mistake(key, "must be hold or ignore, not " + text);
    };
  }

  private static Integer urgency(Entry entry, String key, String text) {
    if (!text.matches("[1-9]")) {
      throw entry.mistake(key, "must be a number from 1 to 9, not " + text);
    }
    return Integer.valueOf(text);
  }

  private static Meaning meaning(Entry entry, String key, String text) {
    for (var meaning : Meaning.values()) {
      if (meaning.name().toLowerCase(Locale.ROOT).equals(text)) {
        return meaning;
      }
    }
    throw entry.mistake(
        key, "must be update, correction, withhold, advisory, kill or nothing, not " + text);
  }

  private static String cleaned(Entry entry, String key, String text) {
    try {
      if (!Pattern.compile(text).matcher("").find()) {
        return text;
      }
    } catch (PatternSyntaxException e) {
      throw entry.mistake(
          key, "has \"" + text + "\", no regular expression: " + e.getDescription());
    }
    throw entry.mistake(key, "has \"" + text + "\", which fits where nothing stands");
  }

  private static String topic(Entry entry, String key, String text) {
    if (!TOPIC.matcher(text).matches()) {
      throw entry.mistake(
          key, "must be a Media Topic as medtop:20001065 or medtop:15000000 sport, not " + text);
    }
    return text;
  }
}
