package newsroom.enrichment.vocabulary;

import java.util.List;
import org.apache.lucene.util.BytesRef;

/// The words of a story, each with how rare it is in one state of the archive.
///
/// @param stories how many there are in that language
/// @param greatest rarity of a word that none of them has
public record WeighedWords(Words words, int stories, double greatest, List<Word> all) {

  /// One word.
  ///
  /// @param count how the story says it
  /// @param stories how many others have it
  public record Word(BytesRef word, Words.Count count, int stories, float rarity) {}
}
