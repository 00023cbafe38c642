package newsroom.ingest.format.mappedxml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// The mappings: those that come with the service and those of the house's own file, which may
/// replace one of the former by its name.
final class Mappings {

  private static final List<String> OTHER_KEYS =
      List.of("story", "date-pattern", "subject-scheme", "subject-digits");

  private Mappings() {}

  /// Reads the mappings that come with the service, then the house's own.
  ///
  /// @param own the house's file; null where there is none
  /// @throws IllegalArgumentException with a sentence that names the file, the mapping and the key
  static List<Mapping> read(@Nullable Path own) {
    var mappings = new LinkedHashMap<String, Mapping>();
    try (var shipped = Mappings.class.getResourceAsStream("/newsroom/ingest/xml-mappings.yml")) {
      if (shipped != null) {
        mappings.putAll(
            of("xml-mappings.yml", new String(shipped.readAllBytes(), StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the mappings of the service cannot be read", e);
    }
    if (own != null) {
      try {
        mappings.putAll(of(own.toString(), Files.readString(own)));
      } catch (IOException e) {
        throw new IllegalArgumentException(
            own + ", the file of XML mappings, cannot be read: " + e.getMessage(), e);
      }
    }
    return List.copyOf(mappings.values());
  }

  static Map<String, Mapping> of(String file, String yaml) {
    var mappings = new LinkedHashMap<String, Mapping>();
    for (var entry : keyed(file, loaded(file, yaml)).entrySet()) {
      var where = file + ", mapping " + entry.getKey();
      mappings.put(entry.getKey(), mapping(where, entry.getKey(), keyed(where, entry.getValue())));
    }
    return mappings;
  }

  private static @Nullable Object loaded(String file, String yaml) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(file + " is no YAML: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> keyed(String where, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(where + ": keys with values are wanted here");
    }
    var keyed = new LinkedHashMap<String, Object>();
    map.forEach((key, of) -> keyed.put(String.valueOf(key), of));
    return keyed;
  }

  private static Mapping mapping(String where, String name, Map<String, Object> keys) {
    var routes = new EnumMap<Field, List<Route>>(Field.class);
    for (var key : keys.entrySet()) {
      if (!OTHER_KEYS.contains(key.getKey())) {
        routes.put(field(where, key.getKey()), routes(where, key.getKey(), key.getValue()));
      }
    }
    var story = text(keys.get("story"));
    if (story == null || !routes.containsKey(Field.GUID) || !routes.containsKey(Field.BODY)) {
      throw new IllegalArgumentException(where + ": story, guid and body are wanted");
    }
    return new Mapping(
        name,
        story,
        routes,
        dates(where, text(keys.get("date-pattern"))),
        text(keys.get("subject-scheme")),
        digits(where, text(keys.get("subject-digits"))));
  }

  private static Field field(String where, String key) {
    return Arrays.stream(Field.values())
        .filter(field -> field.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: %s is not known here; known are %s and %s"
                        .formatted(where, key, OTHER_KEYS, Field.keys())));
  }

  private static List<Route> routes(String where, String key, Object value) {
    var routes = new ArrayList<Route>();
    for (var written : String.valueOf(value).split("\\|", -1)) {
      var route = Route.of(written.strip());
      if (route == null) {
        throw new IllegalArgumentException(
            "%s: %s must be a way like a/b, a/@b or a/*, not %s".formatted(where, key, written));
      }
      routes.add(route);
    }
    return List.copyOf(routes);
  }

  private static @Nullable DateTimeFormatter dates(String where, @Nullable String pattern) {
    try {
      return pattern == null ? null : DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          where + ": date-pattern " + pattern + " is none: " + e.getMessage(), e);
    }
  }

  private static int digits(String where, @Nullable String digits) {
    if (digits != null && !digits.matches("\\d{1,2}")) {
      throw new IllegalArgumentException(where + ": subject-digits must be a number");
    }
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
