package newsroom.publish.destination.cms.post;

import java.time.Duration;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.Transmission;
import newsroom.publish.destination.cms.Hands;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.cms.post.Known.Trying;
import newsroom.publish.destination.cms.post.Known.Written;
import org.jspecify.annotations.Nullable;

/// One version on its way to its post, noted before it is sent and after it came back: whatever is
/// lost in between, the newsroom knows what it had sent.
///
/// @param known before
/// @param post as it is there; null where there is none
/// @param article what is to be written
/// @param picture that leads it; null where nothing is said of it
public record Writing(
    Notebook notebook,
    Dispatch.Show show,
    Known known,
    @Nullable Post post,
    Article article,
    @Nullable String picture) {

  /// Sends it. Where the site did not take it, or never heard of it, what was open before is open
  /// still, and nothing more.
  public <T> T sent(Hands.Work<T> send) throws Setback {
    var trying = new Trying(article.hash(), article.words(), notebook.now());
    var number = post == null ? known.post() : post.number();
    notebook.keep(show.uri(), known.trying(trying).numbered(number));
    try {
      return send.done();
    } catch (Setback setback) {
      if (!setback.open()) {
        notebook.keep(show.uri(), known);
      }
      throw setback;
    }
  }

  /// The site has all of it already.
  ///
  /// @param stillAtIt how long a site may still be at a request that we gave up
  /// @throws Setback while something else may still come over it
  public Transmission same(Post there, Duration stillAtIt) throws Setback {
    var trying = known.trying();
    if (trying != null
        && !there.article().words().equals(trying.words())
        && trying.underWay(notebook.now(), stillAtIt)) {
      throw Setback.looked(
          "the site may still be writing this post: it is looked at again",
          trying.at().plus(stillAtIt));
    }
    return keep(there, article.hash());
  }

  /// It is live.
  ///
  /// @throws Setback where the site has made other words of it
  public Transmission live(Post written) throws Setback {
    boolean proven = written.article().words().equals(article.words());
    var said = keep(written, proven ? article.hash() : "altered");
    if (!proven) {
      throw Setback.refused(
          "the site has post "
              + written.number()
              + " with other words than were sent: see what there changes texts when they are"
              + " saved");
    }
    return said;
  }

  private Transmission keep(Post there, String sent) {
    notebook.keep(
        show.uri(),
        new Known(
            there.number(),
            notebook.path(show.page().address()),
            there.link() == null ? known.link() : there.link(),
            new Written(there.article().hash(), sent),
            null,
            picture == null ? known.picture() : picture,
            false));
    return new Transmission.Accepted(there.readers(), there.number());
  }
}
