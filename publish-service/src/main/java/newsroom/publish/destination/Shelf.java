package newsroom.publish.destination;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import newsroom.publish.rendition.Page;

/// What is live at one destination, as the ledger knows it, for front pages, feeds and sitemaps.
public interface Shelf {

  /// The stories that are live, in the version that is live, first shown last first.
  ///
  /// @param most no more than this many
  List<Page> latest(int most);

  /// Those first shown at or after this moment, first shown last first.
  List<Page> since(Instant moment, int most);

  /// Those of these stories that are live.
  default List<Page> live(Collection<String> uris) {
    return since(Instant.EPOCH, Integer.MAX_VALUE).stream()
        .filter(page -> uris.contains(page.story().uri()))
        .toList();
  }
}
