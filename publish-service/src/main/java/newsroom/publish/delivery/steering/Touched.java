package newsroom.publish.delivery.steering;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import newsroom.publish.delivery.Slot;

/// What was changed by hand.
///
/// @param redrawn destinations that have other pages to draw again because of it
/// @param said whether `articles.published` is to hear of it
record Touched(List<Slot> slots, Set<String> redrawn, boolean said) {

  static Touched of(List<Slot> slots) {
    return new Touched(slots, Set.of(), false);
  }

  /// Destinations that may have something to carry now.
  Set<String> due() {
    var due = new TreeSet<>(redrawn);
    slots.forEach(slot -> due.add(slot.destination()));
    return due;
  }
}
