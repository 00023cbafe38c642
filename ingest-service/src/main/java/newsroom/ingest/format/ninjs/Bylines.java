package newsroom.ingest.format.ninjs;

import java.util.List;
import java.util.Objects;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Who wrote an item. Where it has no byline in one piece, the names of its bylines or authors make
/// one.
final class Bylines {

  private static final int MOST = 50;

  private final Keys keys;

  Bylines(Keys keys) {
    this.keys = keys;
  }

  @Nullable String byline() {
    var own = keys.text("by", "byline");
    if (own != null) {
      return own;
    }
    var named = named("bylines", "byline");
    var names = named.isEmpty() ? named("authors", "name") : named;
    return names.isEmpty() ? null : String.join(", ", names);
  }

  /// The authors that the byline does not name.
  List<Concept> others() {
    var byline = String.valueOf(byline());
    return named("authors", "name").stream()
        .filter(name -> !byline.contains(name))
        .map(name -> new Concept(null, name, "author"))
        .toList();
  }

  private List<String> named(String list, String name) {
    return keys.objects(list).stream()
        .map(Keys.Named::keys)
        .filter(author -> author.stated("internal") == null)
        .map(author -> author.text(name))
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST)
        .toList();
  }
}
