package newsroom.publish.destination.ghost;

import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.post.Known;
import newsroom.publish.destination.cms.post.Removal;
import tools.jackson.databind.node.JsonNodeFactory;

/// Makes posts drafts, or deletes them: a draft of a killed story could still be read by whoever
/// has its preview.
record TakingDown(GhostApi api, Search search) implements Removal<GhostPost> {

  @Override
  public List<GhostPost> all(Dispatch.TakeDown down, Known known, Budget budget) throws Setback {
    return search.all(down.uri(), down.address(), known, budget).posts();
  }

  @Override
  public void remove(GhostPost post, boolean forGood, Budget budget) throws Setback {
    var reply = forGood ? api.delete("posts/" + post.id() + "/", budget) : hide(post, budget);
    if (!reply.missing()) {
      reply.orRefused();
    }
    gone(post.id(), forGood, budget);
  }

  private Reply hide(GhostPost post, Budget budget) throws Setback {
    var body = JsonNodeFactory.instance.objectNode();
    body.putArray("posts").addObject().put("status", "draft").put("updated_at", post.updated());
    return api.put("posts/" + post.id() + "/", Map.of("formats", "html"), body, budget);
  }

  /// Not believed before it is seen.
  private void gone(String id, boolean forGood, Budget budget) throws Setback {
    var look = search.look(id, budget);
    if (!look.missing() && (forGood || look.post().shown())) {
      throw Setback.deferred("post " + id + " is still there after it was taken down");
    }
  }
}
