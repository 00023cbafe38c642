package newsroom.publish.destination.ghost;

import java.util.Map;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.ghost.GhostPosts.Known;
import newsroom.publish.destination.ghost.GhostPosts.Trying;
import tools.jackson.databind.node.JsonNodeFactory;

/// Takes a story's post down, whatever an editor made of it meanwhile, and looks whether it is. A
/// killed story's post is deleted: a draft of it could still be read by whoever has its preview.
final class Removing {

  private final Desk desk;
  private final Search search;

  Removing(Desk desk, Search search) {
    this.desk = desk;
    this.search = search;
  }

  Transmission takeDown(Dispatch.TakeDown down, Budget budget) throws Setback {
    var known = desk.posts().known(desk.name(), down.uri());
    boolean forGood = down.killed() && desk.settings().deletesKilled();
    var found = search.of(down.uri(), down.address(), known, budget);
    if (found.first() == null && known.post() != null) {
      found = search.any(down.uri(), down.address(), budget);
    }
    var last = known;
    for (var post : found.posts()) {
      last = takeDown(down, last, post, forGood, budget);
    }
    if (!last.equals(Known.NOTHING)) {
      desk.posts().keep(desk.name(), down.uri(), last);
    }
    return new Transmission.Accepted(null, null);
  }

  private Known takeDown(
      Dispatch.TakeDown down, Known known, GhostPost post, boolean forGood, Budget budget)
      throws Setback {
    boolean byUs = known.down() || (known.trying() != null && known.trying().down());
    boolean hidden = post.status().equals("draft");
    if (hidden && !forGood) {
      return known.gone(post.id(), byUs);
    }
    var trying = new Trying("", Trying.DOWN, desk.clock().instant());
    desk.posts().keep(desk.name(), down.uri(), known.gone(post.id(), known.down()).trying(trying));
    var reply = forGood ? delete(post, budget) : hide(post, budget);
    if (!reply.missing()) {
      reply.orRefused();
    }
    gone(post.id(), forGood, budget);
    return known.gone(post.id(), byUs || !hidden);
  }

  private Reply delete(GhostPost post, Budget budget) throws Setback {
    return desk.api().delete("posts/" + post.id() + "/", budget);
  }

  private Reply hide(GhostPost post, Budget budget) throws Setback {
    var body = JsonNodeFactory.instance.objectNode();
    body.putArray("posts").addObject().put("status", "draft").put("updated_at", post.updated());
    return desk.api().put("posts/" + post.id() + "/", Map.of("formats", "html"), body, budget);
  }

  /// Not believed before it is seen.
  private void gone(String id, boolean forGood, Budget budget) throws Setback {
    var look = search.look(id, budget);
    if (!look.missing() && (forGood || look.post().shown())) {
      throw Setback.deferred("post " + id + " is still there after it was taken down");
    }
  }
}
