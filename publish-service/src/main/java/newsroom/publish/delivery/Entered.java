package newsroom.publish.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a batch changed in the ledger.
///
/// @param due destinations that have something to carry now
/// @param said whether `articles.published` is to hear of something
/// @param current how many arrivals are now the word that counts
/// @param older how many came after a newer one, or again
/// @param unfit arrivals that the ledger can never hold
public record Entered(Set<String> due, boolean said, int current, int older, List<Unfit> unfit) {

  static final Entered NOTHING = new Entered(Set.of(), false, 0, 0, List.of());

  /// This and what came after it.
  ///
  /// @param offset where those that came after begin
  Entered and(Entered then, int offset) {
    var all = new TreeSet<>(due);
    all.addAll(then.due);
    var unfits = new ArrayList<>(unfit);
    then.unfit.forEach(it -> unfits.add(new Unfit(it.index() + offset, it.reason())));
    return new Entered(all, said || then.said, current + then.current, older + then.older, unfits);
  }
}
