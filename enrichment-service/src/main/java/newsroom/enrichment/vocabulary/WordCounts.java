package newsroom.enrichment.vocabulary;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/// In how many stories of a part of an archive a word stands.
interface WordCounts {

  /// How many there are.
  int stories() throws IOException;

  /// How many of them have a word.
  ///
  /// @param hash of the word, see [WordMemory#hash]
  int with(BytesRef word, long hash) throws IOException;

  /// As somebody else counted; a word that was not counted stands nowhere.
  record Told(int stories, Map<BytesRef, Integer> counts) implements WordCounts {

    @Override
    public int with(BytesRef word, long hash) {
      return counts.getOrDefault(word, 0);
    }
  }

  /// Several parts, remembered together.
  record Together(List<? extends WordCounts> parts, WordMemory known) implements WordCounts {

    @Override
    public int stories() throws IOException {
      int stories = 0;
      for (var part : parts) {
        stories += part.stories();
      }
      return stories;
    }

    @Override
    public int with(BytesRef word, long hash) throws IOException {
      int with = known.stories(hash);
      if (WordMemory.isKnown(with)) {
        return with;
      }
      with = 0;
      for (var part : parts) {
        with += part.with(word, hash);
      }
      known.remember(hash, with);
      return with;
    }
  }
}
