package newsroom.enrichment.renewal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import newsroom.enrichment.story.Mark;
import newsroom.schema.Published;
import newsroom.schema.StoryState;

/// What was heard and said already. The last word on a story is said many times while its sites
/// settle, and again for each revision; it is news once. For use by one thread.
final class Said {

  private static final int REMEMBERED = 20_000;

  private final Map<String, Mark> heard = bounded();

  /// Revisions of this instance that it may not have read back yet.
  private final Map<String, Mark> revisions = bounded();

  private static Map<String, Mark> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Mark> eldest) {
        return size() > REMEMBERED;
      }
    };
  }

  static boolean isLive(Published event) {
    return event.getState() == StoryState.LIVE && event.getArticle() != null;
  }

  /// When it was news.
  static Instant news(Published event) {
    var first = event.getFirstLive();
    var created = event.getVersionCreated();
    return first != null && first.isAfter(created) ? first : created;
  }

  /// Whether this version is heard of for the first time.
  boolean isNew(Published event) {
    // links are not news
    var mark = new Mark(event.getVersion(), event.getVersionCreated(), 0);
    var before = heard.put(event.getUri().toString(), mark);
    return before == null || before.compareTo(mark) < 0;
  }

  /// All that is heard from now on is news to stories that were taken over.
  void startOver() {
    heard.clear();
  }

  /// A story that comes back is news again.
  void forget(String uri) {
    heard.remove(uri);
  }

  void renewed(Young story) {
    var mark = story.mark();
    revisions.put(story.uri(), new Mark(mark.version(), mark.created(), mark.revision() + 1));
  }

  /// Whether more was said of a story than is remembered of it.
  boolean isAhead(Young story) {
    var revision = revisions.get(story.uri());
    return revision != null && revision.compareTo(story.mark()) > 0;
  }
}
