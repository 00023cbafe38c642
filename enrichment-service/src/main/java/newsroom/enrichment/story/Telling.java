package newsroom.enrichment.story;

import java.time.Instant;
import java.util.Comparator;

/// The same story as another agency tells it.
///
/// @param agency its short name
/// @param similarity how alike the two texts are: cosine of their weighted words, 0 to 1
/// @param firstLive when readers first had that telling
public record Telling(String uri, String agency, double similarity, Instant firstLive) {

  /// The first that came first.
  public static final Comparator<Telling> EARLIEST =
      Comparator.comparing(Telling::firstLive).thenComparing(Telling::uri);
}
