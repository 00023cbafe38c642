package newsroom.ingest.agency;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import newsroom.ingest.agency.Agency.EmptyEmbargo;
import newsroom.ingest.agency.Agency.Meaning;
import org.jspecify.annotations.Nullable;

/// What is written of one agency: only the keys that stand there, checked.
///
/// @param like the agency that it is like in all else; null for any agency
/// @param values by key; [#NOTHING] where a value of a lower sketch is taken away
record Sketch(@Nullable String like, Map<String, Object> values) {

  /// Says that what another file or agency says here does not hold.
  static final Object NOTHING = "nothing";

  /// This over that: single values of this one win, and maps are put together entry by entry.
  Sketch over(Sketch lower) {
    var all = new LinkedHashMap<>(lower.values);
    values.forEach((key, value) -> all.merge(key, value, Sketch::merged));
    return new Sketch(like == null ? lower.like : like, all);
  }

  private static Object merged(Object lower, Object upper) {
    if (lower instanceof Map<?, ?> below && upper instanceof Map<?, ?> above) {
      var all = new LinkedHashMap<Object, Object>(below);
      all.putAll(above);
      return all;
    }
    return upper;
  }

  Agency agency(String name) {
    return new Agency(
        name,
        Objects.requireNonNullElse(one("zone", ZoneId.class), ZoneOffset.UTC),
        one("language", String.class),
        one("charset", String.class),
        Objects.requireNonNullElse(one("empty-embargo", EmptyEmbargo.class), EmptyEmbargo.HOLD),
        defaults(),
        new Agency.Meanings(
            map("signals", Meaning.class),
            map("headlines", Meaning.class),
            map("notes", Meaning.class),
            list("clean"),
            list("blocked")),
        list("guids"),
        map("subject-codes", String.class));
  }

  private Agency.Defaults defaults() {
    return new Agency.Defaults(
        one("urgency", Integer.class),
        one("desk", String.class),
        one("creditline", String.class),
        one("copyright-holder", String.class),
        one("copyright-notice", String.class),
        one("usage-terms", String.class));
  }

  private <T> @Nullable T one(String key, Class<T> type) {
    var value = values.get(key);
    return value == null || value.equals(NOTHING) ? null : type.cast(value);
  }

  private List<String> list(String key) {
    return values.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private <T> Map<String, T> map(String key, Class<T> type) {
    return values.get(key) instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .filter(entry -> !Objects.equals(entry.getValue(), NOTHING))
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> String.valueOf(entry.getKey()), entry -> type.cast(entry.getValue())))
        : Map.of();
  }
}
