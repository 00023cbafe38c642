package newsroom.publish.destination.ghost;

import newsroom.publish.destination.cms.Article;
import newsroom.publish.destination.cms.Setback;
import newsroom.publish.destination.ghost.GhostPosts.Known;

/// Whether a post is still as the newsroom left it. What somebody at the site changed since is
/// theirs: it is shown in the ledger, and never written over.
final class Drift {

  private Drift() {}

  /// Where it lies.
  ///
  /// @throws Setback where somebody took it from the site's readers
  static void checkPlace(GhostPost post, Known known) throws Setback {
    if (!post.shown() && !takenByUs(known)) {
      throw Setback.refused(
          "somebody made post " + post.id() + " “" + post.status() + "”: it is left so");
    }
  }

  /// What it says.
  ///
  /// @param wanted what it is to say: where nothing is known of the post, one that says it is ours
  /// @throws Setback where somebody changed it
  static void checkText(GhostPost post, Known known, Article wanted) throws Setback {
    boolean same = known.written() == null && post.article().words().equals(wanted.words());
    if (!same && !writtenByUs(post, known)) {
      throw Setback.refused(
          known.written() == null
              ? "the site has post "
                  + post.id()
                  + " at this address, with another text than the"
                  + " newsroom's: it is left alone"
              : "somebody changed post " + post.id() + " at the site: it is not written over");
    }
  }

  private static boolean takenByUs(Known known) {
    return known.down() || (known.trying() != null && known.trying().down());
  }

  /// As it came back last time; or as it was being written when nothing more was heard.
  private static boolean writtenByUs(GhostPost post, Known known) {
    var written = known.written();
    if (written != null && written.hash().equals(post.article().hash())) {
      return true;
    }
    var trying = known.trying();
    return trying != null && trying.words().equals(post.article().words());
  }
}
