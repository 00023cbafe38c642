package newsroom.publish.delivery.carrying;

import newsroom.publish.destination.Destination;
import newsroom.publish.rendition.Masthead;

/// One destination of one site, ready to carry.
///
/// @param name the destination's, unique in the newsroom
record Line(String name, Masthead masthead, Destination destination, RetryPlan plan) {

  String site() {
    return masthead.site();
  }
}
