package newsroom.enrichment.morgue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.WeighedWords;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What the archive holds at one moment, whatever keeps it.
public interface Holdings {

  /// What a promo needs of a story.
  ///
  /// @param archive where readers reach it, when it is a story of the archive only, empty when
  ///     nobody said where; else null
  record Card(String uri, String headline, @Nullable String archive) {

    /// A story that the newsroom's own sites show.
    public Card(String uri, String headline) {
      this(uri, headline, null);
    }

    public boolean isOfArchive() {
      return archive != null;
    }

    /// Whether readers can reach it anywhere.
    public boolean hasAddress() {
      return archive == null || !archive.isEmpty();
    }
  }

  /// What is found, the best answer first.
  ///
  /// @param own score that the asking story itself would have
  record Answers(double own, List<Holding> best) {}

  /// How rare each word of a story is.
  WeighedWords weigh(Words words) throws IOException;

  /// The stories that answer best, at most so many; half the places are kept for those of the days
  /// around the asking story. The words must have been weighed before.
  Answers answers(Inquiry inquiry, int most) throws IOException;

  Card card(Holding holding) throws IOException;

  /// Who tells a story that was found.
  Story.Origin origin(Holding holding) throws IOException;

  /// Whether a story can be found.
  boolean holds(String uri) throws IOException;

  /// Whether each of these can be found.
  default boolean holdsAll(Set<String> uris) throws IOException {
    for (var uri : uris) {
      if (!holds(uri)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a story that was found has this word.
  boolean has(Holding holding, Inquiry inquiry, BytesRef word) throws IOException;
}
