package newsroom.enrichment.morgue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Story;
import newsroom.schema.Published;
import newsroom.schema.StoryState;
import org.jspecify.annotations.Nullable;

/// Puts the last word on each story into the index: live stories in, all others out, an older word
/// never over a newer one.
final class Archivist {

  /// A story is told again at each site that brings it, most within seconds: so many are
  /// remembered.
  private static final int REMEMBERED = 5_000;

  private final Cabinet index;

  /// What was put in last of a story, without its text: a version never has another.
  private final Cache<String, Story> last =
      Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

  /// What was written since the last refresh and cannot be found yet.
  private final Map<String, Optional<Entry>> unseen = new HashMap<>();

  /// What the index holds on a story: its version, or that it was killed.
  private record Entry(Mark mark, boolean live) {}

  /// While the index is filled from nothing; null afterwards.
  private @Nullable Newcomers newcomers;

  Archivist(Cabinet index) throws IOException {
    this.index = index;
    this.newcomers = index.isNew() ? new Newcomers() : null;
  }

  /// @param clipping of a live story; null of others
  void apply(Published event, @Nullable Clipping clipping) throws IOException {
    var uri = event.getUri().toString();
    var mark = new Mark(event.getVersion(), event.getVersionCreated(), event.getRevision());
    if (clipping != null) {
      var told = withoutText(clipping.story());
      if (!told.equals(last.getIfPresent(uri)) && shelve(uri, clipping, mark)) {
        last.put(uri, told);
      }
    } else if (event.getState() == StoryState.KILLED) {
      index.bury(uri, mark);
      note(uri, Optional.of(new Entry(mark, false)));
    } else {
      forget(uri);
    }
  }

  /// A tombstone: nothing is known of the story any more.
  void forget(String uri) throws IOException {
    index.forget(uri);
    note(uri, Optional.empty());
  }

  private static Story withoutText(Story story) {
    return new Story(
        story.uri(),
        story.mark(),
        story.language(),
        story.heading(),
        List.of(),
        story.setting(),
        story.time(),
        story.particulars(),
        story.origin(),
        story.archive());
  }

  private boolean shelve(String uri, Clipping clipping, Mark mark) throws IOException {
    var before = entry(uri);
    if (before.isPresent() && !isNews(mark, before.get())) {
      return false;
    }
    index.put(clipping, before.isPresent());
    note(uri, Optional.of(new Entry(mark, true)));
    return true;
  }

  private void note(String uri, Optional<Entry> entry) {
    last.invalidate(uri);
    unseen.put(uri, entry);
    if (newcomers != null) {
      newcomers.mayHaveBeenHere(uri);
    }
  }

  // only what the agency wrote after its kill can bring a story back
  private static boolean isNews(Mark mark, Entry known) {
    return known.live()
        ? mark.compareTo(known.mark()) >= 0
        : mark.created().isAfter(known.mark().created());
  }

  private Optional<Entry> entry(String uri) throws IOException {
    if (newcomers != null && !newcomers.mayHaveBeenHere(uri)) {
      return Optional.empty();
    }
    var written = unseen.get(uri);
    return written != null
        ? written
        : index.find(uri).map(found -> new Entry(found.getKey(), found.getValue()));
  }

  /// How many stories changed that cannot be found yet.
  int unseen() {
    return unseen.size();
  }

  /// From now on few stories are new.
  void settle() {
    newcomers = null;
  }

  void refresh() throws IOException {
    index.refresh();
    unseen.clear();
  }
}
