package newsroom.publish.destination.cms.post;

import newsroom.publish.destination.cms.Setback;

/// Whether a post is still as the newsroom left it. What somebody at the site changed since is
/// theirs: it is shown in the ledger, and never written over.
public final class Drift {

  private Drift() {}

  /// What it says.
  ///
  /// @param wanted what it is to say: where nothing is known of the post, one that says it is ours
  /// @throws Setback where somebody changed it
  public static void checkText(Post post, Known known, Article wanted) throws Setback {
    boolean same = known.written() == null && post.article().words().equals(wanted.words());
    if (!same && !writtenByUs(post, known)) {
      throw Setback.refused(
          known.written() == null
              ? "the site has post "
                  + post.number()
                  + " at this address, with another text than the"
                  + " newsroom's: it is left alone"
              : "somebody changed post " + post.number() + " at the site: it is not written over");
    }
  }

  /// That it is gone: deleted by the newsroom it may come back.
  ///
  /// @throws Setback where somebody else deleted it
  public static void checkGone(Known known) throws Setback {
    if (!known.takenByUs()) {
      throw Setback.refused(
          "post "
              + known.post()
              + " is gone from the site: somebody deleted it there, so it is not brought again");
    }
  }

  /// As it came back last time; or as it was being written when nothing more was heard; or as it
  /// was noted with the post itself, should this database have been lost.
  private static boolean writtenByUs(Post post, Known known) {
    var written = known.written();
    if (written != null && written.hash().equals(post.article().hash())) {
      return true;
    }
    var words = post.article().words();
    var trying = known.trying();
    boolean lost = trying != null && trying.words().equals(words);
    return lost || (written == null && words.equals(post.noted()));
  }
}
