package newsroom.enrichment.morgue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import newsroom.enrichment.story.Mark;
import newsroom.enrichment.story.Stories;
import newsroom.schema.Article;
import newsroom.schema.Published;
import newsroom.schema.StoryState;

/// Puts the last word on each story into the index: live stories in, all others out, an older word
/// never over a newer one.
final class Archivist {

  private final Index index;

  /// What was written since the last refresh and cannot be found yet.
  private final Map<String, Optional<Entry>> unseen = new HashMap<>();

  /// What the index holds on a story: its version, or that it was killed.
  private record Entry(Mark mark, boolean live) {}

  Archivist(Index index) {
    this.index = index;
  }

  void apply(Published event) throws IOException {
    var uri = event.getUri().toString();
    var mark = new Mark(event.getVersion(), event.getVersionCreated(), event.getRevision());
    var article = event.getArticle();
    if (event.getState() == StoryState.LIVE && article != null) {
      shelve(event, article, mark);
    } else if (event.getState() == StoryState.KILLED) {
      index.bury(uri, mark);
      unseen.put(uri, Optional.of(new Entry(mark, false)));
    } else {
      forget(uri);
    }
  }

  /// A tombstone: nothing is known of the story any more.
  void forget(String uri) throws IOException {
    index.forget(uri);
    unseen.put(uri, Optional.empty());
  }

  private void shelve(Published event, Article article, Mark mark) throws IOException {
    var uri = event.getUri().toString();
    if (isNews(uri, mark)) {
      index.put(Stories.live(event, article));
      unseen.put(uri, Optional.of(new Entry(mark, true)));
    }
  }

  private boolean isNews(String uri, Mark mark) throws IOException {
    var before = entry(uri);
    if (before.isEmpty()) {
      return true;
    }
    var known = before.get();
    // only what the agency wrote after its kill can bring a story back
    return known.live()
        ? mark.compareTo(known.mark()) >= 0
        : mark.created().isAfter(known.mark().created());
  }

  private Optional<Entry> entry(String uri) throws IOException {
    var written = unseen.get(uri);
    return written != null
        ? written
        : index.find(uri).map(found -> new Entry(found.getKey(), found.getValue()));
  }

  boolean hasUnseen() {
    return !unseen.isEmpty();
  }

  void refresh() throws IOException {
    index.refresh();
    unseen.clear();
  }
}
