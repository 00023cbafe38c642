package newsroom.publish.destination.ghost;

import java.time.Duration;
import java.util.Map;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.post.Drift;
import newsroom.publish.destination.cms.post.Known;
import newsroom.publish.destination.cms.post.Writing;
import org.jspecify.annotations.Nullable;

/// Brings one version of a story to its post. It looks first, writes once, and calls nothing live
/// that the site has not said back to it.
final class Bringing {

  // a site may still be making a post that we gave up waiting for
  static final Duration STILL_AT_IT = Duration.ofSeconds(60);

  private static final Map<String, String> AS_HTML = Map.of("source", "html", "formats", "html");

  private final Desk desk;
  private final Search search;
  private final Draft drafts;
  private final Duration stillAtIt;

  Bringing(Desk desk, Search search, Draft drafts, Duration stillAtIt) {
    this.desk = desk;
    this.search = search;
    this.drafts = drafts;
    this.stillAtIt = stillAtIt;
  }

  Transmission show(Dispatch.Show show, Budget budget) throws Setback {
    var known = desk.notebook().known(show.uri());
    var found = search.of(show.uri(), show.page().address(), known, budget);
    if (found.first() == null && known.post() != null) {
      Drift.checkGone(known);
      found = search.any(show.uri(), show.page().address(), budget);
    }
    var post = found.first();
    if (post == null) {
      patience(known);
    } else {
      checkPlace(post, known);
    }
    var copy = drafts.of(show, post, known, found.siteTime());
    var writing = new Writing(desk.notebook(), show, known, post, copy.article(), copy.image());
    if (post != null) {
      Drift.checkText(post, known, copy.article());
      if (copy.changesNothing(post, known)) {
        return writing.same(post, stillAtIt);
      }
    }
    return write(writing, post, copy, budget);
  }

  /// Where it lies.
  ///
  /// @throws Setback where somebody took it from the site's readers
  private static void checkPlace(GhostPost post, Known known) throws Setback {
    if (!post.shown() && !known.takenByUs()) {
      throw Setback.refused(
          "somebody made post " + post.id() + " “" + post.status() + "”: it is left so");
    }
  }

  /// What was being made when nothing more was heard may still appear. A change that comes late
  /// does no harm: Ghost refuses it once we have written over what it had seen.
  private void patience(Known known) throws Setback {
    var trying = known.trying();
    if (trying != null && trying.underWay(desk.notebook().now(), stillAtIt)) {
      throw Setback.looked(
          "the site may still be making this post: it is looked for again",
          trying.at().plus(stillAtIt));
    }
  }

  private Transmission write(
      Writing writing, @Nullable GhostPost post, Draft.Copy copy, Budget budget) throws Setback {
    var show = writing.show();
    var sent = writing.sent(() -> sent(show, post, copy, budget));
    try {
      return writing.live(settled(show, sent, post == null, copy, budget));
    } catch (Setback setback) {
      throw setback.there();
    }
  }

  private GhostPost sent(
      Dispatch.Show show, @Nullable GhostPost post, Draft.Copy copy, Budget budget) throws Setback {
    var api = desk.api();
    if (post != null) {
      var reply = api.put("posts/" + post.id() + "/", AS_HTML, copy.body(), budget);
      if (reply.missing()) {
        throw Setback.deferred("post " + post.id() + " is gone from the site this moment");
      }
      return reply.post();
    }
    var reply = api.post("posts/", AS_HTML, copy.body(), budget);
    if (!reply.ok() && search.any(show.uri(), show.page().address(), budget).first() != null) {
      throw Setback.deferred("another writer made this post this moment: it is looked at anew");
    }
    return reply.post();
  }

  /// The post as it is live: with an address, and the only one.
  private GhostPost settled(
      Dispatch.Show show, GhostPost written, boolean created, Draft.Copy copy, Budget budget)
      throws Setback {
    var post = created ? onlyOne(show, written, copy, budget) : written;
    if (post.shown() && !post.routed()) {
      post = search.look(post.id(), budget).post();
    }
    if (!post.shown()) {
      throw Setback.refused(
          "the site does not publish post " + post.id() + " but makes it “" + post.status() + "”");
    }
    return post;
  }

  /// Another writer may have been as quick. Ghost gives the story's slug to one post only: whoever
  /// got another one came second, sees the first, and gives way.
  private GhostPost onlyOne(Dispatch.Show show, GhostPost created, Draft.Copy copy, Budget budget)
      throws Setback {
    var address = show.page().address();
    if (created.slug().equals(Desk.slug(address, show.uri()))) {
      return created;
    }
    var words = copy.article().words();
    var first = search.any(show.uri(), address, budget).first();
    if (first == null
        || first.id().equals(created.id())
        || !first.slug().equals(Desk.slug(address, show.uri()))
        || !first.shown()
        || !first.article().words().equals(words)) {
      return created;
    }
    var gone = desk.api().delete("posts/" + created.id() + "/", budget);
    if (!gone.missing()) {
      gone.orRefused();
    }
    return first;
  }
}
