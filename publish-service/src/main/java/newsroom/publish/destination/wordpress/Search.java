package newsroom.publish.destination.wordpress;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.post.Known;
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
    return number == null ? any(uri, address, budget) : look(number, budget);
  }

  private Found look(String number, Budget budget) throws Setback {
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
    var noted = noted(uri, budget);
    return noted.posts().isEmpty() ? at(Desk.slug(address, uri), budget) : noted;
  }

  /// All posts that are this story's, the one that is known first.
  Found all(String uri, URI address, Known known, Budget budget) throws Setback {
    var slug = Desk.slug(address, uri);
    var posts = new LinkedHashMap<Long, SitePost>();
    var number = known.post();
    var own = number == null ? new Found(List.of(), null) : look(number, budget);
    own.posts().forEach(post -> posts.put(post.id(), post));
    noted(uri, budget).posts().forEach(post -> posts.putIfAbsent(post.id(), post));
    // whatever is second at an address is given the next one without a word
    var at = at(slug + "," + slug + "-2," + slug + "-3", budget);
    at.posts().forEach(post -> posts.putIfAbsent(post.id(), post));
    return new Found(List.copyOf(posts.values()), at.siteTime());
  }

  /// Those that the plugin noted as this story's.
  private Found noted(String uri, Budget budget) throws Setback {
    if (!api.plugin()) {
      return new Found(List.of(), null);
    }
    var reply = list(Map.of("newsroom_uri", uri), budget);
    // without the plugin that was a list of all posts
    return api.plugin() ? found(reply) : new Found(List.of(), reply.date());
  }

  /// Those at these slugs, parted by commas; in the trash a slug has an end of its own.
  private Found at(String slugs, Budget budget) throws Setback {
    var both = slugs + "," + slugs.replace(",", "__trashed,") + "__trashed";
    return found(list(Map.of("slug", both), budget));
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
