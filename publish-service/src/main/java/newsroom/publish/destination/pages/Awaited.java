package newsroom.publish.destination.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Mark;
import org.jspecify.annotations.Nullable;

/// What was just carried and is not in the ledger yet: it is written there only after the carrying.
/// Until then a story that was taken down must not be listed again, and one that was shown is worth
/// another look.
final class Awaited {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<String, Word> words = new ConcurrentHashMap<>();

  private record Word(Mark mark, boolean down, Instant since) {}

  void add(Dispatch dispatch, Instant now) {
    boolean down = dispatch instanceof Dispatch.TakeDown;
    words.put(dispatch.uri(), new Word(dispatch.mark(), down, now));
  }

  boolean hides(Page page) {
    Word word = words.get(page.story().uri());
    return word != null && word.down() && page.story().mark().compareTo(word.mark()) <= 0;
  }

  /// Whether a story was taken down of which the ledger may not know.
  boolean takeDowns() {
    return words.values().stream().anyMatch(Word::down);
  }

  /// Forgets what the ledger has learnt, or has not learnt for so long that it never will.
  ///
  /// @param whole whether the shelf was read as deep as pages list; only then absence says
  /// something
  void settle(List<Page> shelf, boolean whole, Instant now) {
    Map<String, Page> shown =
        shelf.stream()
            .collect(
                Collectors.toMap(page -> page.story().uri(), Function.identity(), (a, b) -> a));
    words
        .entrySet()
        .removeIf(
            entry -> {
              Word word = entry.getValue();
              boolean old = word.since().plus(PATIENCE).isBefore(now);
              return old || known(word, shown.get(entry.getKey()), whole);
            });
  }

  boolean any() {
    return !words.isEmpty();
  }

  private static boolean known(Word word, @Nullable Page page, boolean whole) {
    if (word.down()) {
      return page == null ? whole : page.story().mark().compareTo(word.mark()) > 0;
    }
    return page != null && page.story().mark().compareTo(word.mark()) >= 0;
  }
}
