package newsroom.enrichment.morgue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.util.BytesRef;

/// What the archive is asked for: stories that share words with one.
///
/// @param uri of the story that asks
/// @param linked uris of the stories that it links already
/// @param time when it was news
/// @param words that it consists of
/// @param terms what is looked for
public record Inquiry(String uri, Set<String> linked, Instant time, Words words, List<Term> terms) {

  /// Stories of these days around it are looked for by themselves, too.
  static final Duration DAYS = Duration.ofDays(7);

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

  /// Whether a story is of the days around the one that asks.
  boolean isOfTheseDays(Instant other) {
    return Duration.between(other, time).abs().compareTo(DAYS) <= 0;
  }

  String field(Term term) {
    return term.inHeadline() ? words.language().title() : words.language().all();
  }
}
