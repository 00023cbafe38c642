package newsroom.enrichment.enricher;

import java.util.Set;

/// What was found for earlier words on a story.
@FunctionalInterface
public interface Earlier {

  /// Uris of the stories that the last word on this one links; none where that is not known.
  Set<String> links(String uri);
}
