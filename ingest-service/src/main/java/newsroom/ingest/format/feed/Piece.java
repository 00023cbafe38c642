package newsroom.ingest.format.feed;

import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A piece of a feed: an entry, or why there is none.
record Piece(@Nullable Element entry, @Nullable String reason) {

  static Piece of(Element entry) {
    return new Piece(entry, null);
  }

  static Piece broken(String reason) {
    return new Piece(null, reason);
  }

  Stream<Element> stream() {
    return Stream.ofNullable(entry);
  }

  /// What is around everything.
  static Element root(Element element) {
    var top = element;
    for (var parent = top.parent(); parent != null; parent = top.parent()) {
      top = parent;
    }
    return top;
  }
}
