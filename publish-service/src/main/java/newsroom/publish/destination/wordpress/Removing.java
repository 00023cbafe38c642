package newsroom.publish.destination.wordpress;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.wordpress.Posts.Known;
import newsroom.publish.destination.wordpress.Posts.Trying;
import org.jspecify.annotations.Nullable;

/// Takes a story's post down, whatever an editor made of it meanwhile, and looks whether it is. A
/// post at the story's own address is taken down even where nothing is known of it.
final class Removing {

  private final Desk desk;
  private final Search search;
  private final Gallery gallery;
  private final Duration stillAtIt;

  Removing(Desk desk, Search search, Gallery gallery, Duration stillAtIt) {
    this.desk = desk;
    this.search = search;
    this.gallery = gallery;
    this.stillAtIt = stillAtIt;
  }

  private record Way(boolean forGood, Budget budget) {}

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
    if (forGood) {
      gallery.erase(down.uri(), budget);
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

  /// What was being written when nothing more was heard may come after the word to take it down,
  /// and out of the trash again. A post that was being made, and is there, came.
  private @Nullable Trying underWay(Known known, List<SitePost> found) {
    var trying = known.trying();
    if (trying == null || !trying.underWay(desk.clock().instant(), stillAtIt)) {
      return null;
    }
    boolean came =
        known.post() == null
            && found.stream().anyMatch(it -> it.article().words().equals(trying.words()));
    return came ? null : trying;
  }

  private Known takeDown(
      Dispatch.TakeDown down, Known known, @Nullable Trying open, SitePost post, Way way)
      throws Setback {
    boolean byUs = known.down() || (known.trying() != null && known.trying().down());
    if (post.trashed() && !way.forGood()) {
      return known.gone(post.id(), byUs);
    }
    if (!post.trashed()) {
      // what may still come is not forgotten for this
      var before =
          open == null
              ? known.gone(post.id(), known.down()).trying(Trying.down(desk.clock().instant()))
              : known.gone(post.id(), true).trying(open);
      desk.posts().keep(desk.name(), down.uri(), before);
    }
    var reply = desk.api().delete("posts/" + post.id(), way.forGood(), way.budget());
    if (!reply.ok() && !reply.missing() && reply.status() != 410) {
      throw Setback.refused("post " + post.id() + " cannot be taken down: " + reply.complaint());
    }
    gone(post.id(), way.budget());
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
