package newsroom.ingest.format.ninjs;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Who an item is, and which items it came after. ninjs gives a new version the same uri; agencies
/// that give it another one say so under `replacing` and tell the whole chain under `revisions`.
final class Chain {

  private static final int LONGEST = 100;

  private final Keys keys;
  private final List<String> replaces;

  Chain(Keys keys) {
    this.keys = keys;
    this.replaces = followed();
  }

  /// The uri; agencies that made ninjs their own call it guid. Where the uri is built of a unique
  /// story number and the version, the number is what stays.
  @Nullable String guid() {
    var uri = keys.text("uri", "guid");
    var number = keys.text("usn");
    return number != null && (uri == null || uri.contains("/" + number + "/")) ? number : uri;
  }

  /// The guids of the items before it, the nearest first.
  List<String> replaces() {
    return replaces;
  }

  private List<String> followed() {
    var next = new ArrayDeque<>(replacing(keys));
    if (next.isEmpty()) {
      return List.of();
    }
    var before = new HashMap<String, List<String>>();
    for (var revision : keys.objects("revisions")) {
      var uri = revision.keys().text("uri", "guid");
      before.putIfAbsent(String.valueOf(uri), replacing(revision.keys()));
    }
    var own = guid();
    var found = new LinkedHashSet<String>();
    while (!next.isEmpty() && found.size() < LONGEST) {
      var earlier = next.poll();
      if (!earlier.equals(own) && found.add(earlier)) {
        next.addAll(before.getOrDefault(earlier, List.of()));
      }
    }
    return List.copyOf(found);
  }

  private static List<String> replacing(Keys item) {
    var found = new LinkedHashSet<>(item.strings("replacing", "replaces", "evolvedfrom"));
    for (var replaced : item.objects("replacing", "replaces")) {
      var uri = replaced.keys().text("uri", "guid");
      if (uri != null) {
        found.add(uri);
      }
    }
    return List.copyOf(found);
  }
}
