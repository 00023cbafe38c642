package newsroom.publish.destination.wordpress;

import java.time.Duration;
import java.time.Instant;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Article;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.wordpress.Posts.Known;
import newsroom.publish.destination.wordpress.Posts.Trying;
import newsroom.publish.destination.wordpress.Posts.Written;
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
    var known = desk.posts().known(desk.name(), show.uri());
    var found = search.of(show.uri(), show.page().address(), known, budget);
    var post = found.first();
    if (post == null && known.post() != null) {
      found = searchAgain(show, known, budget);
      post = found.first();
    }
    if (post != null) {
      Drift.checkPlace(post, known);
    }
    patience(known, post);
    var draft = drafts.of(show, post, known, found.siteTime(), budget);
    if (post != null) {
      Drift.checkText(post, known, draft.article());
      if (draft.changesNothing(post, known)) {
        return keep(show, known, post, draft, draft.article().hash());
      }
    }
    return write(show, known, post, draft, budget);
  }

  /// Deleted by the newsroom, or out of the trash since: it may come back.
  private Search.Found searchAgain(Dispatch.Show show, Known known, Budget budget) throws Setback {
    if (!known.down()) {
      throw Setback.refused(
          "post "
              + known.post()
              + " is gone from the site: somebody deleted it there, so it is not brought again");
    }
    return search.any(show.uri(), show.page().address(), budget);
  }

  /// What was being written when nothing more was heard may still appear, and go over what we
  /// write now.
  private void patience(Known known, @Nullable SitePost post) throws Setback {
    var trying = known.trying();
    if (trying == null || desk.api().plugin()) {
      return;
    }
    boolean arrived = post != null && post.article().words().equals(trying.words());
    if (!arrived && trying.underWay(desk.clock().instant(), stillAtIt)) {
      throw Setback.deferred("the site may still be writing this post: it is looked at again");
    }
  }

  private Transmission write(
      Dispatch.Show show, Known known, @Nullable SitePost post, Draft.Copy draft, Budget budget)
      throws Setback {
    var article = draft.article();
    var trying = new Trying(article.hash(), article.words(), desk.clock().instant());
    var before = known.trying(trying).numbered(post == null ? known.post() : (Long) post.id());
    desk.posts().keep(desk.name(), show.uri(), before);
    var reply = sent(show, known, post, draft, budget);
    try {
      var written = settled(show, SitePost.from(reply.body()), post == null, article, budget);
      drafts.check(written, draft);
      return proven(show, before, written, draft);
    } catch (Setback setback) {
      throw setback.there();
    }
  }

  private Transmission proven(Dispatch.Show show, Known before, SitePost written, Draft.Copy draft)
      throws Setback {
    var article = draft.article();
    boolean proven = written.article().words().equals(article.words());
    var said = keep(show, before, written, draft, proven ? article.hash() : "altered");
    if (!proven) {
      throw Setback.refused(
          "the site has post "
              + written.id()
              + " with other words than were sent: see what there changes texts when they are"
              + " saved");
    }
    return said;
  }

  /// Where the site did not take it, or never heard of it, what was open before is open still, and
  /// nothing more.
  private Reply sent(
      Dispatch.Show show, Known known, @Nullable SitePost post, Draft.Copy draft, Budget budget)
      throws Setback {
    try {
      var path = post == null ? "posts" : "posts/" + post.id();
      var reply = desk.api().post(path, draft.json(), budget);
      if (!reply.ok()) {
        throw said(reply, post);
      }
      return reply;
    } catch (Setback setback) {
      if (!setback.open()) {
        desk.posts().keep(desk.name(), show.uri(), known);
      }
      throw setback;
    }
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

  private Transmission keep(
      Dispatch.Show show, Known known, SitePost post, Draft.Copy draft, String sent) {
    var page = show.page();
    desk.posts()
        .keep(
            desk.name(),
            show.uri(),
            new Known(
                post.id(),
                desk.path(page.address()),
                post.link(),
                new Written(post.article().hash(), sent),
                null,
                draft.featured() == null ? known.featured() : draft.featured(),
                false));
    return new Transmission.Accepted(post.url(), String.valueOf(post.id()));
  }

  /// Never later than the site's own clock has it: what is to come it would keep from its readers.
  static Instant posted(Instant posted, Instant now, @Nullable Instant siteTime) {
    var there = siteTime == null || siteTime.isAfter(now) ? now : siteTime;
    var latest = there.minusSeconds(5);
    return posted.isBefore(latest) ? posted : latest;
  }
}
