package newsroom.ingest.format.ninjs;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Who an item is, and which items it came after. ninjs gives a new version the same uri; agencies
/// that give it another one say so under `replacing` and tell the whole chain under `revisions`.
final class Chain {

  private final Keys keys;

  Chain(Keys keys) {
    this.keys = keys;
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
    var found = new LinkedHashSet<String>();
    var next = new ArrayDeque<>(replacing(keys));
    while (!next.isEmpty()) {
      var earlier = next.poll();
      if (!earlier.equals(guid()) && found.add(earlier)) {
        next.addAll(before(earlier));
      }
    }
    return List.copyOf(found);
  }

  private List<String> before(String uri) {
    return keys.objects("revisions").stream()
        .filter(revision -> uri.equals(revision.keys().text("uri", "guid")))
        .flatMap(revision -> replacing(revision.keys()).stream())
        .toList();
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
