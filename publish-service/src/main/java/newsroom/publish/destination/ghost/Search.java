package newsroom.publish.destination.ghost;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.post.Known;
import org.jspecify.annotations.Nullable;

/// Looks for a story's post at the site, among drafts too.
final class Search {

  private final GhostApi api;

  Search(GhostApi api) {
    this.api = api;
  }

  /// What was found.
  ///
  /// @param posts the one at the story's own slug first
  /// @param siteTime the site's clock, where it said it
  record Found(List<GhostPost> posts, @Nullable Instant siteTime) {

    @Nullable GhostPost first() {
      return posts.isEmpty() ? null : posts.getFirst();
    }
  }

  /// The story's post: the one that is known, else any that is this story's.
  Found of(String uri, URI address, Known known, Budget budget) throws Setback {
    var id = known.post();
    if (id == null) {
      return any(uri, address, budget);
    }
    var reply = look(id, budget);
    return new Found(reply.missing() ? List.of() : List.of(reply.post()), reply.date());
  }

  /// All posts that are this story's, the one that is known or at the story's own slug first.
  Found all(String uri, URI address, Known known, Budget budget) throws Setback {
    var any = any(uri, address, budget);
    var id = known.post();
    if (id == null || any.posts().stream().anyMatch(post -> post.id().equals(id))) {
      return any;
    }
    var own = look(id, budget);
    if (own.missing()) {
      return any;
    }
    var posts = new ArrayList<>(any.posts());
    posts.addFirst(own.post());
    return new Found(posts, any.siteTime());
  }

  /// A post by its id.
  Reply look(String id, Budget budget) throws Setback {
    return api.get("posts/" + id + "/", Map.of("formats", "html"), budget);
  }

  /// By its slug, and by the mark that it bears wherever its slug went.
  Found any(String uri, URI address, Budget budget) throws Setback {
    var slug = Desk.slug(address, uri);
    var filter = "slug:'" + slug + "',codeinjection_head:~'" + uri + "'";
    var query = Map.of("filter", filter, "formats", "html", "limit", "5");
    var reply = api.get("posts/", query, budget);
    var posts =
        reply.posts().stream()
            .sorted(
                Comparator.comparing((GhostPost post) -> !post.slug().equals(slug))
                    .thenComparing(GhostPost::id))
            .toList();
    return new Found(posts, reply.date());
  }
}
