package newsroom.enrichment.enricher;

import java.io.IOException;
import newsroom.enrichment.story.Story;

/// Finds something that belongs to a story. Asked by many threads at once.
public interface Enricher {

  /// Short name, as it stands in `missing` when there was no answer in time.
  String name();

  /// Links to put into the story, best first, and what they had to be chosen without.
  Enrichment enrich(Story story) throws IOException;
}
