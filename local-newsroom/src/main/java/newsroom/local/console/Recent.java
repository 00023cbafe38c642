package newsroom.local.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Remembers the last few thousand; older ones are forgotten.
final class Recent<V> {

  private static final int MOST = 10_000;

  private final Map<String, V> entries =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
          return size() > MOST;
        }
      };

  @Nullable V get(String key) {
    return entries.get(key);
  }

  /// What was there before.
  @Nullable V put(String key, V value) {
    return entries.put(key, value);
  }
}
