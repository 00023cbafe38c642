package newsroom.enrichment.morgue;

import java.util.List;
import java.util.Set;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.util.BytesRef;

/// What the archive is asked for: stories that share words with one.
///
/// @param uri of the story that asks
/// @param linked uris of the stories that it links already
/// @param words that it consists of
/// @param terms what is looked for
public record Inquiry(String uri, Set<String> linked, Words words, List<Term> terms) {

  /// A word to look for.
  ///
  /// @param inHeadline whether in headlines alone
  /// @param boost how much it counts beside the others
  /// @param times how often the asking story itself says it there
  /// @param stories how many have it anywhere
  public record Term(BytesRef word, boolean inHeadline, float boost, int times, int stories) {}

  /// How many words the asking story has where this one is looked for.
  int tokens(Term term) {
    return term.inHeadline() ? words.headlineTokens() : words.tokens();
  }

  String field(Term term) {
    return term.inHeadline() ? words.language().title() : words.language().all();
  }
}
