package newsroom.publish.destination.ghost;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.ghost.GhostPosts.Known;
import newsroom.publish.destination.ghost.GhostPosts.Trying;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// Takes a story's post down, whatever an editor made of it meanwhile, and looks whether it is. A
/// killed story's post is deleted: a draft of it could still be read by whoever has its preview.
final class Removing {

  private final Desk desk;
  private final Search search;
  private final Duration stillAtIt;

  Removing(Desk desk, Search search, Duration stillAtIt) {
    this.desk = desk;
    this.search = search;
    this.stillAtIt = stillAtIt;
  }

  Transmission takeDown(Dispatch.TakeDown down, Budget budget) throws Setback {
    var known = desk.posts().known(desk.name(), down.uri());
    boolean forGood = down.killed() && desk.settings().deletesKilled();
    var found = search.all(down.uri(), down.address(), known, budget).posts();
    var open = underWay(known, found);
    var last = found.isEmpty() ? known : known.seen(found.getFirst().article());
    // the story's own post is the one that is remembered
    for (var post : found.reversed()) {
      last = takeDown(down, last, open, post, new Way(forGood, budget));
    }
    if (open != null) {
      desk.posts().keep(desk.name(), down.uri(), last.trying(open));
      throw Setback.deferred(
          "the site may still be writing this post: it is looked for again before it counts as"
              + " taken down");
    }
    if (!last.equals(Known.NOTHING)) {
      desk.posts().keep(desk.name(), down.uri(), last);
    }
    return new Transmission.Accepted(null, null);
  }

  /// What was being written when nothing more was heard may come after the word to take it down.
  /// A post that was being made, and is there, came.
  private @Nullable Trying underWay(Known known, List<GhostPost> found) {
    var trying = known.trying();
    if (trying == null || !trying.underWay(desk.clock().instant(), stillAtIt)) {
      return null;
    }
    boolean came =
        known.post() == null
            && found.stream().anyMatch(it -> it.article().words().equals(trying.words()));
    return came ? null : trying;
  }

  private record Way(boolean forGood, Budget budget) {}

  private Known takeDown(
      Dispatch.TakeDown down, Known known, @Nullable Trying open, GhostPost post, Way way)
      throws Setback {
    boolean byUs = known.down() || (known.trying() != null && known.trying().down());
    boolean hidden = post.status().equals("draft");
    if (hidden && !way.forGood()) {
      return known.gone(post.id(), byUs);
    }
    // what may still come is not forgotten for this
    var before =
        open == null
            ? known.gone(post.id(), known.down()).trying(Trying.down(desk.clock().instant()))
            : known.gone(post.id(), true).trying(open);
    desk.posts().keep(desk.name(), down.uri(), before);
    var reply = way.forGood() ? delete(post, way.budget()) : hide(post, way.budget());
    if (!reply.missing()) {
      reply.orRefused();
    }
    gone(post.id(), way.forGood(), way.budget());
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
