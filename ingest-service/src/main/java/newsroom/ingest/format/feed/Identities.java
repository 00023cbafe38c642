package newsroom.ingest.format.feed;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import newsroom.ingest.format.Guids;
import org.jspecify.annotations.Nullable;

/// Says which story an entry is: by its guid, else by its link, else by its words. What stands on
/// entries that are plainly different identifies none of them: a guid on several pages, a link
/// under several titles.
final class Identities {

  /// What could identify an entry.
  record Marks(
      @Nullable String guid,
      @Nullable String link,
      @Nullable String title,
      @Nullable String summary) {}

  private final Map<String, Set<String>> linksByGuid = new HashMap<>();
  private final Map<String, Set<String>> titlesByLink = new HashMap<>();
  private final @Nullable String page;

  /// @param page the page of the feed, which many give to entries that have none of their own
  Identities(@Nullable String page) {
    this.page = page;
  }

  /// All entries of a feed are seen before the first is named.
  void see(Marks marks) {
    if (marks.guid != null && marks.link != null) {
      linksByGuid.computeIfAbsent(marks.guid, _ -> new HashSet<>()).add(marks.link);
    }
    if (marks.link != null && marks.title != null) {
      titlesByLink.computeIfAbsent(marks.link, _ -> new HashSet<>()).add(marks.title);
    }
  }

  String of(Marks marks) {
    if (marks.guid != null && linksByGuid.getOrDefault(marks.guid, Set.of()).size() < 2) {
      return marks.guid;
    }
    if (marks.link != null
        && !marks.link.equals(page)
        && titlesByLink.getOrDefault(marks.link, Set.of()).size() < 2) {
      return marks.link;
    }
    return Guids.of(marks.title, marks.summary);
  }
}
