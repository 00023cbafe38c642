package newsroom.ingest.format.jsonfeed;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// What a feed says for all its items.
///
/// @param ambiguous ids that more than one item has
record FeedKeys(Keys keys, Set<String> ambiguous) {

  @Nullable String title() {
    return keys.text("title");
  }

  @Nullable String language() {
    return keys.text("language");
  }

  /// What relative addresses are relative to: the site, else the feed.
  @Nullable String base() {
    var home = Addresses.web(keys.text("homepageurl"), null);
    return home == null ? Addresses.web(keys.text("feedurl"), null) : home;
  }

  /// The names of the authors of the feed or of one of its items: `authors` since 1.1, `author`
  /// before.
  static @Nullable String authors(Keys keys) {
    var names =
        Stream.of("authors", "author")
            .flatMap(key -> keys.objects(key).stream())
            .flatMap(author -> Stream.ofNullable(author.keys().text("name")))
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? keys.text("author", "authors") : names;
  }
}
