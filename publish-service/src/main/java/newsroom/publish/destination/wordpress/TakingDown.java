package newsroom.publish.destination.wordpress;

import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.post.Known;
import newsroom.publish.destination.cms.post.Removal;
import newsroom.publish.destination.wordpress.api.Api;

/// Puts posts into the trash, or deletes them with their pictures.
record TakingDown(Api api, Search search, Gallery gallery) implements Removal<SitePost> {

  @Override
  public List<SitePost> all(Dispatch.TakeDown down, Known known, Budget budget) throws Setback {
    return search.all(down.uri(), down.address(), known, budget).posts();
  }

  @Override
  public void remove(SitePost post, boolean forGood, Budget budget) throws Setback {
    var reply = api.delete("posts/" + post.id(), forGood, budget);
    if (reply.code().equals(Api.NO_TRASH)) {
      // a site without a trash can take a post from its readers in this way only
      reply = api.delete("posts/" + post.id(), true, budget);
    }
    if (!reply.ok() && !reply.missing()) {
      throw Setback.refused("post " + post.id() + " cannot be taken down: " + reply.complaint());
    }
    gone(post.id(), budget);
  }

  /// Not believed before it is seen.
  private void gone(long number, Budget budget) throws Setback {
    var look = api.get("posts/" + number, Map.of("context", "edit"), budget);
    if (!look.missing() && !SitePost.from(look.orRefused().body()).hidden()) {
      throw Setback.deferred("post " + number + " is still there after it was taken down");
    }
  }

  @Override
  public void clear(Dispatch.TakeDown down, Budget budget) throws Setback {
    gallery.erase(down.uri(), budget);
  }
}
