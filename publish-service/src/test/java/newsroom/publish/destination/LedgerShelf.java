package newsroom.publish.destination;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import newsroom.publish.rendition.Page;

/// A shelf that a test keeps as the ledger would: a story is on it once a destination accepted it.
public final class LedgerShelf implements Shelf {

  /// Hears of each story that was settled, and when it was posted.
  public BiConsumer<String, Instant> settled = (_, _) -> {};

  // a destination reads what its test writes
  private final Map<String, Page> live = Collections.synchronizedMap(new LinkedHashMap<>());

  /// Notes what became of a dispatch.
  public void settle(Dispatch dispatch, Transmission transmission) {
    if (!(transmission instanceof Transmission.Accepted)) {
      return;
    }
    switch (dispatch) {
      case Dispatch.Show show -> {
        live.put(show.uri(), show.page());
        settled.accept(show.uri(), show.page().posted());
      }
      case Dispatch.TakeDown down -> {
        live.remove(down.uri());
        settled.accept(down.uri(), down.at());
      }
    }
  }

  @Override
  public List<Page> latest(int most) {
    return since(Instant.MIN, most);
  }

  @Override
  public List<Page> since(Instant moment, int most) {
    return List.copyOf(live.values()).stream()
        .filter(page -> !page.posted().isBefore(moment))
        .sorted(Comparator.comparing(Page::posted).reversed())
        .limit(most)
        .toList();
  }
}
