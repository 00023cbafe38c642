package newsroom.enrichment.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import newsroom.enrichment.morgue.Relevance;
import newsroom.enrichment.vocabulary.Commonplace;
import newsroom.enrichment.vocabulary.Language;
import newsroom.enrichment.vocabulary.Rarity;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// What a story is about: its most telling words, each weighed by how it is said and how rare it
/// is.
final class Profile {

  /// Measured: fifty words find as well as a hundred, in half the time.
  private static final int TELLING = 50;

  /// A word in the other story's headline counts half as much again; only the most telling are
  /// looked for there.
  private static final float TITLE = 0.5f;

  private static final int TELLING_TITLE = 15;

  /// From this many stories on, a word that stands in every fourth one says nothing.
  private static final int LARGE = 1_000;

  private static final int NAMED = 3;

  /// A word that every tenth newspaper story has is no sign of a common subject.
  private static final double SIGN = 0.05;

  /// Said in the headline, in the opening, or more than once.
  private static final int STRESSED = 2;

  /// So many words make two stories akin.
  private static final int SIGNS = 3;

  private final Language language;
  private final int stories;
  private final Set<BytesRef> setting;

  /// The most telling first. It has words that no other story has, too: they cannot be found, but
  /// what shares none of them is the less alike.
  private final List<Telling> telling = new ArrayList<>();

  private record Telling(BytesRef word, Words.Count count, Rarity.Word known, float weight) {

    boolean isKnown() {
      return known.stories() > 0;
    }
  }

  Profile(Words words, Rarity rarity) throws IOException {
    language = words.language();
    stories = rarity.stories();
    setting = words.setting();
    int often = rarity.stories() >= LARGE ? rarity.stories() / 4 : Integer.MAX_VALUE;
    var all = new ArrayList<Telling>(words.counts().size());
    for (var entry : words.counts().entrySet()) {
      var known = rarity.of(entry.getKey());
      if (known.stories() <= often) {
        float weight = entry.getValue().weight() * known.rarity();
        all.add(new Telling(entry.getKey(), entry.getValue(), known, weight));
      }
    }
    all.sort(
        Comparator.comparingDouble((Telling word) -> -word.weight()).thenComparing(Telling::word));
    int asked = 0;
    for (var word : all) {
      if (asked == TELLING) {
        break;
      }
      telling.add(word);
      asked += word.isKnown() ? 1 : 0;
    }
  }

  /// How many stories there are to compare with.
  int stories() {
    return stories;
  }

  private float boost(Telling word) {
    return word.weight() / telling.getFirst().weight();
  }

  /// Its words, of those that another story can have.
  Query query() {
    var query = new BooleanQuery.Builder();
    for (int i = 0; i < telling.size(); i++) {
      var word = telling.get(i);
      if (word.isKnown()) {
        query.add(clause(language.all(), word.word(), boost(word)));
        if (i < TELLING_TITLE) {
          query.add(clause(language.title(), word.word(), boost(word) * TITLE));
        }
      }
    }
    return query.build();
  }

  private static BooleanClause clause(String field, BytesRef word, float boost) {
    var asked = new BoostQuery(new TermQuery(new Term(field, word)), boost);
    return new BooleanClause(asked, BooleanClause.Occur.SHOULD);
  }

  /// The score that the story itself would have in answer to its own query.
  double ownScore(Words words, IndexSearcher searcher) throws IOException {
    var text = Relevance.of(searcher, language.all(), words.tokens());
    var title = Relevance.of(searcher, language.title(), words.headlineTokens());
    double score = 0;
    for (int i = 0; i < telling.size(); i++) {
      var word = telling.get(i);
      score += boost(word) * text.score(word.word(), word.count().times());
      if (i < TELLING_TITLE && word.count().timesInHeadline() > 0) {
        score += boost(word) * TITLE * title.score(word.word(), word.count().timesInHeadline());
      }
    }
    return score;
  }

  /// Whether a document of a segment is about something that the story is about: it has three of
  /// the words of its headline and opening, one of which the story repeats or has in its headline.
  /// Words that say where it comes from do not count, nor those that every newspaper is full of.
  /// Unlike a score this means the same in an archive of three stories, where nobody knows what is
  /// rare.
  boolean isAkin(LeafReader segment, int document) throws IOException {
    int signs = 0;
    boolean strong = false;
    for (var word : telling) {
      if (isSign(word) && has(segment, document, word.word())) {
        signs++;
        strong |= word.count().times() > 1 || word.count().timesInHeadline() > 0;
      }
    }
    return strong && signs >= SIGNS;
  }

  private boolean isSign(Telling word) {
    return word.isKnown()
        && word.count().weight() >= STRESSED
        && !setting.contains(word.word())
        && word.count().surface().chars().anyMatch(Character::isLetter)
        && Commonplace.share(language, word.word()) <= SIGN
        && word.known().stories() <= Math.max(3, stories / 3);
  }

  /// The most telling words that a document of a segment has, too, as a reader knows them.
  List<String> shared(LeafReader segment, int document) throws IOException {
    var shared = new ArrayList<String>(NAMED);
    for (var word : telling) {
      if (word.isKnown() && shared.size() < NAMED && has(segment, document, word.word())) {
        shared.add(word.count().surface());
      }
    }
    return shared;
  }

  private boolean has(LeafReader segment, int document, BytesRef word) throws IOException {
    var stories = segment.postings(new Term(language.all(), word), PostingsEnum.NONE);
    return stories != null && stories.advance(document) == document;
  }
}
