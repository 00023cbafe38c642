package newsroom.publish.destination.wordpress;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.wordpress.Posts.Known;
import newsroom.publish.destination.wordpress.api.Api;
import newsroom.publish.destination.wordpress.api.Reply;
import org.jspecify.annotations.Nullable;

/// Looks for a story's post at the site, in the trash too.
final class Search {

  private static final String ANYWHERE = "publish,future,draft,pending,private,trash";

  private final Api api;

  Search(Api api) {
    this.api = api;
  }

  /// What was found.
  ///
  /// @param posts the first that was written first; WordPress gives numbers in that order
  /// @param siteTime the site's clock, where it said it
  record Found(List<SitePost> posts, @Nullable Instant siteTime) {

    @Nullable SitePost first() {
      return posts.isEmpty() ? null : posts.getFirst();
    }
  }

  /// The story's post: the one that is known, else any that is this story's.
  Found of(String uri, URI address, Known known, Budget budget) throws Setback {
    var number = known.post();
    if (number == null) {
      return any(uri, address, budget);
    }
    var reply = api.get("posts/" + number, Map.of("context", "edit"), budget);
    if (reply.missing()) {
      return new Found(List.of(), reply.date());
    }
    if (reply.status() == 403) {
      throw Setback.refused(
          "post " + number + " is not our account's to edit: " + reply.complaint());
    }
    return new Found(List.of(SitePost.from(reply.orRefused().body())), reply.date());
  }

  Found any(String uri, URI address, Budget budget) throws Setback {
    if (api.plugin()) {
      var reply = list(Map.of("newsroom_uri", uri), budget);
      // without the plugin that was a list of all posts
      var found = api.plugin() ? found(reply) : new Found(List.of(), reply.date());
      if (!found.posts().isEmpty()) {
        return found;
      }
    }
    var slug = Desk.slug(address);
    return found(list(Map.of("slug", slug + "," + slug + "__trashed"), budget));
  }

  private Reply list(Map<String, String> what, Budget budget) throws Setback {
    var query = new java.util.HashMap<>(what);
    query.put("status", ANYWHERE);
    query.put("context", "edit");
    query.put("per_page", "5");
    return api.get("posts", query, budget).orRefused();
  }

  private static Found found(Reply reply) throws Setback {
    if (!reply.body().isArray()) {
      // no list is not an empty one: what is not looked for must not be made
      throw Setback.deferred("the site did not answer with a list of posts");
    }
    var posts = new ArrayList<SitePost>();
    reply.body().forEach(json -> posts.add(SitePost.from(json)));
    posts.sort(Comparator.comparingLong(SitePost::id));
    return new Found(posts, reply.date());
  }
}
