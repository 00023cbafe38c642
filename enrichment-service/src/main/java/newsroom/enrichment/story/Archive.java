package newsroom.enrichment.story;

import newsroom.schema.OutcomeState;
import newsroom.schema.Published;
import org.jspecify.annotations.Nullable;

/// Stories that were live before there was this newsroom. An import says them as live on a site of
/// this name, at the address that they have always had.
final class Archive {

  private static final String SITE = "archive";

  private Archive() {}

  /// Where readers reach the story, empty when nobody said where; null when it is not of an archive
  /// or a site of the newsroom shows it, too.
  static @Nullable String address(Published event) {
    String address = null;
    for (var outcome : event.getOutcomes()) {
      if (outcome.getState() == OutcomeState.LIVE) {
        if (!SITE.contentEquals(outcome.getSite())) {
          return null;
        }
        var url = outcome.getUrl();
        address = url == null ? "" : url.toString();
      }
    }
    return address;
  }
}
