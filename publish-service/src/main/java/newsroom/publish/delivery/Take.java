package newsroom.publish.delivery;

import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// An arrival and what became of it.
///
/// @param outcome `current`, `superseded`, `older`, or `unchanged` for what came again
///     without a date
record Take(Arrival arrival, String outcome) {

  Mark mark() {
    return arrival.story().mark();
  }

  boolean current() {
    return outcome.equals("current");
  }

  /// The event is kept only where a site may come to show it.
  byte @Nullable [] payload() {
    boolean shown = current() && arrival.story().lifecycle().status() == Story.Status.USABLE;
    return shown ? arrival.event() : null;
  }
}
