package newsroom.enrichment.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import newsroom.enrichment.morgue.Holding;
import newsroom.enrichment.morgue.Holdings;
import newsroom.enrichment.morgue.Inquiry;
import newsroom.enrichment.vocabulary.Commonplace;
import newsroom.enrichment.vocabulary.Language;
import newsroom.enrichment.vocabulary.WeighedWords;
import org.apache.lucene.util.BytesRef;

/// What a story is about: its most telling words, each weighed by how it is said and how rare it
/// is.
final class Profile {

  /// Measured: with a hundred and fifty answers to weigh, thirty-six words find as well as fifty or
  /// a hundred.
  private static final int TELLING = 36;

  /// A word in the other story's headline counts half as much again; only the most telling are
  /// looked for there.
  private static final float TITLE = 0.5f;

  private static final int TELLING_TITLE = 10;

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

  private final Inquiry inquiry;

  private record Telling(WeighedWords.Word known, float weight) {

    BytesRef word() {
      return known.word();
    }

    boolean isKnown() {
      return known.stories() > 0;
    }
  }

  Profile(Lookup.Asked asked, WeighedWords words) {
    language = words.words().language();
    stories = words.stories();
    setting = words.words().setting();
    int often = stories >= LARGE ? stories / 4 : Integer.MAX_VALUE;
    var all = new ArrayList<Telling>(words.all().size());
    for (var known : words.all()) {
      if (known.stories() <= often) {
        all.add(new Telling(known, known.count().weight() * known.rarity()));
      }
    }
    all.sort(
        Comparator.comparingDouble((Telling word) -> -word.weight()).thenComparing(Telling::word));
    int found = 0;
    for (var word : all) {
      if (found == TELLING) {
        break;
      }
      telling.add(word);
      found += word.isKnown() ? 1 : 0;
    }
    var story = asked.story();
    inquiry = new Inquiry(story.uri(), asked.linked(), story.time(), words.words(), terms());
  }

  /// How many stories there are to compare with.
  int stories() {
    return stories;
  }

  /// Its words, to ask the archive for.
  Inquiry inquiry() {
    return inquiry;
  }

  private List<Inquiry.Term> terms() {
    var terms = new ArrayList<Inquiry.Term>();
    for (int i = 0; i < telling.size(); i++) {
      var word = telling.get(i);
      var count = word.known().count();
      int having = word.known().stories();
      float boost = word.weight() / telling.getFirst().weight();
      terms.add(new Inquiry.Term(word.word(), false, boost, count.times(), having));
      if (i < TELLING_TITLE) {
        int times = count.timesInHeadline();
        terms.add(new Inquiry.Term(word.word(), true, boost * TITLE, times, having));
      }
    }
    return terms;
  }

  /// Whether a story is about something that the story is about: it has three of the words of its
  /// headline and opening, one of which the story repeats or has in its headline. Words that say
  /// where it comes from do not count, nor those that every newspaper is full of. Unlike a score
  /// this means the same in an archive of three stories, where nobody knows what is rare.
  boolean isAkin(Holdings holdings, Holding holding) throws IOException {
    int signs = 0;
    boolean strong = false;
    for (var word : telling) {
      if (isSign(word) && holdings.has(holding, inquiry, word.word())) {
        var count = word.known().count();
        signs++;
        strong |= count.times() > 1 || count.timesInHeadline() > 0;
      }
    }
    return strong && signs >= SIGNS;
  }

  private boolean isSign(Telling word) {
    return word.isKnown()
        && word.known().count().weight() >= STRESSED
        && !setting.contains(word.word())
        && word.known().count().surface().chars().anyMatch(Character::isLetter)
        && Commonplace.share(language, word.word()) <= SIGN
        && word.known().stories() <= Math.max(3, stories / 3);
  }

  /// The most telling words that a story has, too, as a reader knows them.
  List<String> shared(Holdings holdings, Holding holding) throws IOException {
    var shared = new ArrayList<String>(NAMED);
    for (var word : telling) {
      if (shared.size() == NAMED) {
        break;
      }
      if (word.isKnown() && holdings.has(holding, inquiry, word.word())) {
        shared.add(word.known().count().surface());
      }
    }
    return shared;
  }
}
