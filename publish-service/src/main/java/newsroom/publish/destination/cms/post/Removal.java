package newsroom.publish.destination.cms.post;

import java.util.List;
import newsroom.publish.destination.Dispatch;
import newsroom.publish.destination.cms.Budget;
import newsroom.publish.destination.cms.Setback;

/// A site's own way of taking posts down.
///
/// @param <P> its posts
public interface Removal<P extends Post> {

  /// All posts that are the story's, wherever they lie; the one that is known first.
  List<P> all(Dispatch.TakeDown down, Known known, Budget budget) throws Setback;

  /// Takes one from its readers, and looks whether it is gone.
  ///
  /// @param forGood not even to come back
  void remove(P post, boolean forGood, Budget budget) throws Setback;

  /// What goes with a story that goes for good.
  default void clear(Dispatch.TakeDown down, Budget budget) throws Setback {}
}
