package newsroom.publish.rendition.ninjs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A version of the standard that receivers may ask for. An item is made as 3.1 says; what came
/// before says the same in other words.
public enum NinjsVersion {
  /// Lists of texts by role; names as `versionCreated`.
  THREE("3.1", "json"),
  /// The same in small letters.
  TWO("2.2", "ninjs2.json"),
  /// Texts under keys of their own, as `body_html`.
  ONE("1.6", "ninjs1.json");

  private final String number;
  private final String extension;

  NinjsVersion(String number, String extension) {
    this.number = number;
    this.extension = extension;
  }

  /// The version with this number.
  public static NinjsVersion of(String number) {
    return Arrays.stream(values())
        .filter(version -> version.number.equals(number))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("ninjs must be 3.1, 2.2 or 1.6, not " + number));
  }

  String number() {
    return number;
  }

  /// What a file of it ends in.
  String extension() {
    return extension;
  }

  /// As in a site's file.
  String form() {
    return this == THREE ? "ninjs" : "ninjs-" + number;
  }

  /// An item as this version says it.
  ///
  /// @param item as 3.1 says it, without the name of the standard
  Map<String, Object> say(Map<String, Object> item) {
    var said =
        switch (this) {
          case THREE -> item;
          case TWO -> small(item);
          case ONE -> Flat.item(item);
        };
    var all = new LinkedHashMap<String, Object>();
    all.put(this == ONE ? "$standard" : "standard", standard());
    all.putAll(said);
    return all;
  }

  private Map<String, Object> standard() {
    return Fields.of(
        "name",
        "ninjs",
        "version",
        number,
        "schema",
        "http://www.iptc.org/std/ninjs/ninjs-schema_" + number + ".json#");
  }

  private static Map<String, Object> small(Map<String, Object> object) {
    var small = new LinkedHashMap<String, Object>();
    object.forEach((name, value) -> small.put(small(name), deep(value)));
    return small;
  }

  static String small(String name) {
    return name.equals("embargoedUntil") ? "embargoed" : name.toLowerCase(Locale.ROOT);
  }

  private static Object deep(Object value) {
    return switch (value) {
      case Map<?, ?> object -> small(object(object));
      case List<?> list -> list.stream().map(it -> deep(Objects.requireNonNull(it))).toList();
      default -> value;
    };
  }

  static Map<String, Object> object(Object value) {
    var object = new LinkedHashMap<String, Object>();
    ((Map<?, ?>) value).forEach((name, held) -> object.put(name.toString(), held));
    return object;
  }
}
