package newsroom.enrichment.evaluation;

import java.io.IOException;
import java.util.List;
import newsroom.enrichment.story.Story;

/// A system that ranks.
interface Contestant {

  String name();

  /// All that it finds for a story, best first, by id; never the story itself.
  List<String> rank(Story story) throws IOException;

  /// What it would show of that.
  List<String> links(Story story) throws IOException;
}
