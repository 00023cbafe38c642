package newsroom.publish.rendition.ninjs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An item as ninjs 1 says it: one text under each key, pictures and related stories by name.
final class Flat {

  private static final Pattern NO_KEY = Pattern.compile("[^a-zA-Z0-9_]+");

  private static final Map<String, String> CONCEPTS =
      Map.of(
          "subjects", "subject",
          "places", "place",
          "people", "person",
          "organisations", "organisation",
          "genres", "genre");

  private Flat() {}

  static Map<String, Object> item(Map<String, Object> item) {
    var flat = new Fields();
    item.forEach(
        (name, value) -> {
          switch (name) {
            // an association's is the key that it stands under
            case "name" -> {}
            case "by" -> flat.put("byline", value);
            case "representationType" ->
                flat.put("representationtype", value.equals("full") ? "complete" : "incomplete");
            case "headlines" -> flat.put("headline", first(value));
            case "descriptions" -> descriptions(flat, value);
            case "bodies" -> flat.put("body_html", first(value));
            case "infoSources" -> flat.put("infosource", objects(value).map(Flat::source).toList());
            case "altIds" -> flat.put("altids", altIds(value));
            case "associations" -> flat.put("associations", named(value, Flat::item));
            case "renditions" -> flat.put("renditions", named(value, Flat::rendition));
            default -> {
              var list = CONCEPTS.get(name);
              if (list == null) {
                flat.put(NinjsVersion.small(name), value);
              } else {
                flat.put(list, objects(value).map(Flat::concept).toList());
              }
            }
          }
        });
    return flat.map();
  }

  private static Stream<Map<String, Object>> objects(Object list) {
    return ((List<?>) list).stream().map(NinjsVersion::object);
  }

  private static @Nullable Object first(Object texts) {
    return objects(texts).findFirst().map(text -> text.get("value")).orElse(null);
  }

  /// The first of them is the one that readers of ninjs 1 look for. What a picture shows instead of
  /// itself has no other place.
  private static void descriptions(Fields flat, Object texts) {
    objects(texts)
        .forEach(
            text -> {
              var role = String.valueOf(text.get("role"));
              switch (role) {
                case "summary", "caption" -> flat.put("description_text", text.get("value"));
                case "alt" -> flat.put("body_text", text.get("value"));
                default -> flat.put("description_" + key(role), text.get("value"));
              }
            });
  }

  private static Map<String, Object> source(Map<String, Object> source) {
    var flat = new Fields();
    flat.put("name", source.get("name"));
    flat.put("rel", source.get("role"));
    return flat.map();
  }

  /// An address that IPTC gives a code is its scheme and the code.
  private static Map<String, Object> concept(Map<String, Object> concept) {
    var flat = new Fields();
    flat.put("name", concept.get("name"));
    var uri = (String) concept.get("uri");
    int code = uri == null ? -1 : uri.lastIndexOf('/') + 1;
    if (uri != null && uri.startsWith("http://cv.iptc.org/") && code < uri.length()) {
      flat.put("scheme", uri.substring(0, code));
      flat.put("code", uri.substring(code));
    } else {
      flat.put("code", uri == null ? concept.get("literal") : uri);
    }
    return flat.map();
  }

  private static Map<String, Object> altIds(Object list) {
    return objects(list)
        .collect(
            Collectors.toMap(
                id -> key(String.valueOf(id.get("role"))),
                id -> id.get("value"),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  private static Map<String, Object> rendition(Map<String, Object> rendition) {
    var flat = new Fields();
    rendition.forEach(
        (name, value) -> {
          if (!name.equals("name")) {
            flat.put(name.equals("contentType") ? "mimetype" : name, value);
          }
        });
    return flat.map();
  }

  private interface Saying {
    Map<String, Object> say(Map<String, Object> object);
  }

  /// By their names; of several with one name the others have a number.
  private static @Nullable Map<String, Object> named(Object list, Saying saying) {
    var named = new LinkedHashMap<String, Object>();
    objects(list)
        .forEach(
            one -> {
              var name = key(String.valueOf(one.get("name")));
              var free = name;
              for (int number = 2; named.containsKey(free); number++) {
                free = name + "_" + number;
              }
              named.put(free, saying.say(one));
            });
    return named.isEmpty() ? null : named;
  }

  private static String key(String name) {
    var key = NO_KEY.matcher(name).replaceAll("_");
    return key.isEmpty() ? "_" : key;
  }
}
