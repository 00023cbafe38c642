package newsroom.publish.destination.wordpress;

import java.util.Map;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.wordpress.Posts.Known;
import newsroom.publish.destination.wordpress.Posts.Trying;

/// Takes a story's post down, whatever an editor made of it meanwhile, and looks whether it is. A
/// post at the story's own address is taken down even where nothing is known of it.
final class Removing {

  private final Desk desk;
  private final Search search;
  private final Gallery gallery;

  Removing(Desk desk, Search search, Gallery gallery) {
    this.desk = desk;
    this.search = search;
    this.gallery = gallery;
  }

  Transmission takeDown(Dispatch.TakeDown down, Budget budget) throws Setback {
    var known = desk.posts().known(desk.name(), down.uri());
    boolean forGood = down.killed() && desk.settings().deletesKilled();
    var last = known;
    for (var post : search.of(down.uri(), down.address(), known, budget).posts()) {
      last = takeDown(down, last, post, forGood, budget);
    }
    if (forGood) {
      gallery.erase(down.uri(), budget);
    }
    if (!last.equals(Known.NOTHING)) {
      desk.posts().keep(desk.name(), down.uri(), last);
    }
    return new Transmission.Accepted(null, null);
  }

  private Known takeDown(
      Dispatch.TakeDown down, Known known, SitePost post, boolean forGood, Budget budget)
      throws Setback {
    boolean byUs = known.down() || (known.trying() != null && known.trying().down());
    if (post.trashed() && !forGood) {
      return known.gone(post.id(), byUs);
    }
    var trying = new Trying("", Trying.DOWN, desk.clock().instant());
    if (!post.trashed()) {
      desk.posts()
          .keep(desk.name(), down.uri(), known.gone(post.id(), known.down()).trying(trying));
    }
    var reply = desk.api().delete("posts/" + post.id(), forGood, budget);
    if (!reply.ok() && !reply.missing() && reply.status() != 410) {
      throw Setback.refused("post " + post.id() + " cannot be taken down: " + reply.complaint());
    }
    gone(post.id(), budget);
    return known.gone(post.id(), byUs || !post.trashed());
  }

  /// Not believed before it is seen.
  private void gone(long number, Budget budget) throws Setback {
    var look = desk.api().get("posts/" + number, Map.of("context", "edit"), budget);
    if (!look.missing() && !SitePost.from(look.orRefused().body()).trashed()) {
      throw Setback.deferred("post " + number + " is still there after it was taken down");
    }
  }
}
