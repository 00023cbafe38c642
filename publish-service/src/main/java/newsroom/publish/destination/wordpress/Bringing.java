package newsroom.publish.destination.wordpress;

import java.time.Duration;
import java.time.Instant;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.post.Article;
import newsroom.publish.destination.cms.post.Drift;
import newsroom.publish.destination.cms.post.Known;
import newsroom.publish.destination.cms.post.Writing;
import newsroom.publish.destination.wordpress.api.Reply;
import org.jspecify.annotations.Nullable;

/// Brings one version of a story to its post. It looks first, writes once, and calls nothing live
/// that the site has not said back to it.
final class Bringing {

  // a site may still be at a request that we gave up; PHP ends one after 30 s where nobody set
  // another time
  static final Duration STILL_AT_IT = Duration.ofSeconds(60);

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
      // or out of the trash since
      Drift.checkGone(known);
      found = search.any(show.uri(), show.page().address(), budget);
    }
    var post = found.first();
    if (post != null) {
      checkPlace(post, known);
    }
    patience(known, post);
    var draft = drafts.of(show, post, known, found.siteTime(), budget);
    var writing = new Writing(desk.notebook(), show, known, post, draft.article(), draft.picture());
    if (post != null) {
      Drift.checkText(post, known, draft.article());
      if (draft.changesNothing(post, known)) {
        return writing.same(post, stillAtIt);
      }
    }
    return write(writing, post, draft, budget);
  }

  /// Where it lies.
  ///
  /// @throws Setback where somebody took it from the site's readers
  private static void checkPlace(SitePost post, Known known) throws Setback {
    if (post.hidden()) {
      if (!known.takenByUs()) {
        throw Setback.refused(
            "somebody put post " + post.id() + " into the site's trash: it is not brought again");
      }
    } else if (!post.shown()) {
      throw Setback.refused(
          "somebody made post " + post.id() + " “" + post.status() + "”: it is left so");
    }
  }

  /// What was being written when nothing more was heard may still appear, and go over what we
  /// write now.
  private void patience(Known known, @Nullable SitePost post) throws Setback {
    var trying = known.trying();
    if (trying == null || desk.api().plugin()) {
      return;
    }
    boolean arrived = post != null && post.article().words().equals(trying.words());
    if (!arrived && trying.underWay(desk.notebook().now(), stillAtIt)) {
      throw Setback.looked(
          "the site may still be writing this post: it is looked at again",
          trying.at().plus(stillAtIt));
    }
  }

  private Transmission write(
      Writing writing, @Nullable SitePost post, Draft.Copy draft, Budget budget) throws Setback {
    var reply = writing.sent(() -> sent(post, draft, budget));
    try {
      var there = SitePost.from(reply.body());
      var written = settled(writing.show(), there, post == null, draft.article(), budget);
      drafts.check(written, draft);
      return writing.live(written);
    } catch (Setback setback) {
      throw setback.there();
    }
  }

  private Reply sent(@Nullable SitePost post, Draft.Copy draft, Budget budget) throws Setback {
    var path = post == null ? "posts" : "posts/" + post.id();
    var reply = desk.api().post(path, draft.json(), budget);
    if (!reply.ok()) {
      throw said(reply, post);
    }
    return reply;
  }

  private Setback said(Reply reply, @Nullable SitePost post) {
    if (reply.code().startsWith("newsroom_")) {
      return Setback.deferred(reply.complaint());
    }
    if (reply.status() == 403 && post == null) {
      return desk.api().barred();
    }
    return Setback.refused(
        reply.missing()
            ? "the post is gone from the site: somebody deleted it there this moment"
            : reply.complaint());
  }

  /// The post as it is live: not left to a clock that is behind, and the only one.
  private SitePost settled(
      Dispatch.Show show, SitePost written, boolean created, Article article, Budget budget)
      throws Setback {
    var post = written;
    if (created && !desk.api().plugin()) {
      post = onlyOne(show, post, article, budget);
    }
    if (post.status().equals("future")) {
      post = drafts.now(post, budget);
    }
    if (post.status().equals("future")) {
      throw Setback.deferred("the site keeps the post for its future: its clock is a day behind");
    }
    if (!post.status().equals("publish")) {
      throw Setback.refused(
          "the site does not publish post " + post.id() + " but makes it “" + post.status() + "”");
    }
    return post;
  }

  /// Another writer may have been as quick. The earlier post stays.
  private SitePost onlyOne(Dispatch.Show show, SitePost created, Article article, Budget budget)
      throws Setback {
    var words = article.words();
    for (var other : search.any(show.uri(), show.page().address(), budget).posts()) {
      boolean same = other.shown() && other.article().words().equals(words);
      if (same && other.id() < created.id()) {
        desk.api().delete("posts/" + created.id(), true, budget).orRefused();
        return other;
      }
    }
    return created;
  }

  /// Never later than the site's own clock has it: what is to come it would keep from its readers.
  static Instant posted(Instant posted, Instant now, @Nullable Instant siteTime) {
    var there = siteTime == null || siteTime.isAfter(now) ? now : siteTime;
    var latest = there.minusSeconds(5);
    return posted.isBefore(latest) ? posted : latest;
  }
}
