package newsroom.enrichment.morgue;

import java.time.Instant;
import newsroom.enrichment.story.Story;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A story of the archive that answers.
///
/// @param place where it is, for the [Holdings] that found it
/// @param score of the answer
/// @param tie what it is to the story that asked
/// @param facts what else is known of it
public record Holding(int place, float score, Tie tie, Facts facts) {

  /// What a story that answers is to the one that asked.
  public enum Tie {
    /// A version of it.
    ITSELF,
    /// Linked by it already.
    LINKED,
    NONE
  }

  /// Since when readers have a story; where that is not known, when it was news.
  static Instant firstLive(Story story) {
    var live = story.origin().firstLive();
    return live == null ? story.time() : live;
  }

  /// What is kept with a story.
  ///
  /// @param time when it was news
  /// @param print of its text, see [newsroom.enrichment.story.Fingerprint]
  /// @param gist as [newsroom.enrichment.vocabulary.Gist] reads it
  /// @param meaning of its headline, as [newsroom.enrichment.embedding.Embedding] reads it; null
  ///     where none was made
  public record Facts(
      Instant time, long print, @Nullable BytesRef gist, @Nullable BytesRef meaning) {}
}
