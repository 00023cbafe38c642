package newsroom.publish.delivery.carrying;

import newsroom.publish.destination.Destination;
import newsroom.publish.rendition.Masthead;

/// One destination of one site, ready to carry.
///
/// @param name the destination's, unique in the newsroom
/// @param limit of its site, shared by all destinations that call the site
record Line(String name, Masthead masthead, Destination destination, RetryPlan plan, Limit limit) {

  /// The same within its site's limit, where that counts for it.
  Line within(Limit site) {
    return destination.calls() ? new Line(name, masthead, destination, plan, site) : this;
  }

  String site() {
    return masthead.site();
  }
}
