package newsroom.ingest.format.feed;

import java.util.List;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import org.jspecify.annotations.Nullable;

/// Keeps a summary from being printed twice: many feeds repeat their whole text in it.
final class Summaries {

  private Summaries() {}

  /// The summary; null when the text is the same.
  static @Nullable String beside(List<Block> body, @Nullable String summary) {
    return summary != null
            && body.size() == 1
            && summary.equals(Blocks.beginning(body, Integer.MAX_VALUE))
        ? null
        : summary;
  }
}
