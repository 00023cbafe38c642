package newsroom.publish.rendition;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// A story as one site shows it.
///
/// @param address where readers reach it on this site
/// @param section the section it stands in on this site
/// @param posted when this site first showed it
/// @param updated when this site first showed this version; null for the first version
/// @param promos the related links that this site shows, each to its own address of a live story
public record Page(
    Story story,
    URI address,
    Masthead.Section section,
    Instant posted,
    @Nullable Instant updated,
    List<Promo> promos) {

  /// A related link, resolved.
  ///
  /// @param label in the site's wording
  /// @param afterBlock stands after this block of the body, counted from 0
  public record Promo(String label, String headline, URI address, int afterBlock) {}
}
