package newsroom.publish.destination.cms.post;

import java.time.Duration;
import java.util.List;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.post.Known.Trying;
import org.jspecify.annotations.Nullable;

/// Takes a story's posts down, whatever an editor made of them meanwhile. A post at the story's own
/// address is taken down even where nothing is known of it.
///
/// @param <P> the site's posts
public final class Removing<P extends Post> {

  private final Notebook notebook;
  private final Removal<P> site;
  private final boolean deletesKilled;
  private final Duration stillAtIt;

  /// One who takes posts down.
  ///
  /// @param deletesKilled whether what is killed goes for good
  /// @param stillAtIt how long a site may still be at a request that we gave up
  public Removing(Notebook notebook, Removal<P> site, boolean deletesKilled, Duration stillAtIt) {
    this.notebook = notebook;
    this.site = site;
    this.deletesKilled = deletesKilled;
    this.stillAtIt = stillAtIt;
  }

  /// Takes them down. It is not done while one may still come.
  public Transmission takeDown(Dispatch.TakeDown down, Budget budget) throws Setback {
    var known = notebook.known(down.uri());
    boolean forGood = down.killed() && deletesKilled;
    var found = site.all(down, known, budget);
    var open = underWay(known, found);
    var last = found.isEmpty() ? ended(known) : known.seen(found.getFirst().article());
    // the story's own post is the one that is remembered
    boolean byUs = known.takenByUs();
    for (var post : found.reversed()) {
      last = takeDown(down.uri(), last, open, post, new Way(forGood, byUs, budget));
    }
    if (forGood) {
      site.clear(down, budget);
    }
    if (open != null) {
      notebook.keep(down.uri(), last.trying(open));
      throw Setback.looked(
          "the site may still be writing this post: it is looked for again before it counts as"
              + " taken down",
          open.at().plus(stillAtIt));
    }
    if (!last.equals(Known.NOTHING)) {
      notebook.keep(down.uri(), last);
    }
    return new Transmission.Accepted(null, null);
  }

  /// @param byUs whether the newsroom took the story's post down before
  private record Way(boolean forGood, boolean byUs, Budget budget) {}

  /// Nothing is there any more. Where the newsroom was taking it down when nothing more was heard,
  /// that was the newsroom.
  private static Known ended(Known known) {
    var trying = known.trying();
    return trying != null && trying.down() ? known.gone(known.post(), true) : known;
  }

  /// What was being written when nothing more was heard may come after the word to take it down,
  /// and fetch a post back from where it was put. A post that was being made, and is there, came.
  private @Nullable Trying underWay(Known known, List<P> found) {
    var trying = known.trying();
    if (trying == null || !trying.underWay(notebook.now(), stillAtIt)) {
      return null;
    }
    boolean came =
        known.post() == null
            && found.stream().anyMatch(it -> it.article().words().equals(trying.words()));
    return came ? null : trying;
  }

  private Known takeDown(String uri, Known known, @Nullable Trying open, P post, Way way)
      throws Setback {
    boolean byUs = way.byUs();
    if (post.hidden() && !way.forGood()) {
      return known.gone(post.number(), byUs);
    }
    if (!post.hidden()) {
      // what may still come is not forgotten for this
      notebook.keep(
          uri,
          open == null
              ? known.gone(post.number(), known.down()).trying(Trying.down(notebook.now()))
              : known.gone(post.number(), true).trying(open));
    }
    site.remove(post, way.forGood(), way.budget());
    return known.gone(post.number(), byUs || !post.hidden());
  }
}
