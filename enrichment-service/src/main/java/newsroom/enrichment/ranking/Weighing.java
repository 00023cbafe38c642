package newsroom.enrichment.ranking;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import newsroom.enrichment.morgue.StoryDocument;
import newsroom.enrichment.story.Fingerprint;
import newsroom.enrichment.story.Telling;
import newsroom.enrichment.vocabulary.Gist;
import newsroom.enrichment.vocabulary.Rarity;
import newsroom.enrichment.vocabulary.Words;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/// One story, and what one state of the archive answers to it.
final class Weighing {

  private static final int HITS = 100;

  /// A young archive answers more softly: many telling words stand in no other story yet. There
  /// this share of the cut is enough, and no unrelated story was seen to come near it.
  static final double YOUNG = 0.55;

  private static final double GROWN_UP = 2_000;

  /// An archive that grows makes every word a little more or less rare: what was related enough
  /// yesterday stays so today, a little below the cut.
  private static final double LINKED = 0.85;

  private final Lookup.Asked asked;
  private final IndexSearcher searcher;
  private final RelatedSettings settings;
  private final Recipe recipe;
  private final Profile profile;
  private final Gist gist;
  private final double own;
  private final long print;

  /// A document that answers, as a share of what the story itself would score.
  private record Answer(
      LeafReader segment,
      int document,
      double share,
      Gist.Likeness likeness,
      Verdict verdict,
      boolean linked) {}

  Weighing(
      Lookup.Asked asked,
      IndexSearcher searcher,
      Rarity rarity,
      RelatedSettings settings,
      Recipe recipe)
      throws IOException {
    var words = Words.of(asked.story());
    this.asked = asked;
    this.searcher = searcher;
    this.settings = settings;
    this.recipe = recipe;
    this.profile = new Profile(words, rarity);
    this.gist = Gist.of(words, rarity);
    this.own = profile.ownScore(words, searcher);
    this.print = Fingerprint.of(asked.story().text());
  }

  /// What answers, best first, also what may not be linked.
  List<Hit> hits() throws IOException {
    var answers = answers();
    double best =
        answers.stream()
            .filter(answer -> answer.verdict() == Verdict.RELATED)
            .mapToDouble(Answer::share)
            .max()
            .orElse(1);
    var hits = new ArrayList<Hit>(answers.size());
    for (var answer : answers) {
      hits.add(weigh(answer, best));
    }
    hits.sort(Hit.BEST_FIRST);
    return hits;
  }

  private List<Answer> answers() throws IOException {
    var reader = searcher.getIndexReader();
    var itself = StoryDocument.ofStory(reader, asked.story().uri());
    var linked = new HashSet<Integer>();
    for (var uri : asked.linked()) {
      linked.addAll(StoryDocument.ofStory(reader, uri));
    }
    var top = searcher.search(profile.query(), new TopScoreDocCollectorManager(HITS, HITS));
    var answers = new ArrayList<Answer>(HITS);
    for (ScoreDoc scored : top.scoreDocs) {
      answers.add(answer(scored, reader.leaves(), itself, linked.contains(scored.doc)));
    }
    return answers;
  }

  private Answer answer(
      ScoreDoc scored, List<LeafReaderContext> segments, Set<Integer> itself, boolean linked)
      throws IOException {
    var segment = segments.get(ReaderUtil.subIndex(scored.doc, segments));
    int document = scored.doc - segment.docBase;
    double share = scored.score / own;
    var bytes = StoryDocument.gist(segment.reader(), document);
    var likeness = bytes == null ? Gist.Likeness.NONE : gist.likeness(bytes);
    var verdict =
        itself.contains(scored.doc)
            ? Verdict.ITSELF
            : verdict(segment.reader(), document, share, likeness);
    return new Answer(segment.reader(), document, share, likeness, verdict, linked);
  }

  private Verdict verdict(LeafReader segment, int document, double share, Gist.Likeness likeness)
      throws IOException {
    var time = StoryDocument.time(segment, document);
    if (time.isAfter(asked.now())) {
      return Verdict.LATER;
    }
    boolean copied =
        Sameness.isCopied(likeness)
            || Fingerprint.isCopy(print, StoryDocument.fingerprint(segment, document));
    var age = Duration.between(time, asked.story().time());
    boolean told = Sameness.isTold(likeness, age) || (copied && Sameness.isOfTheseDays(age));
    if (told && isOfAnother(StoryDocument.agency(segment, document))) {
      return Verdict.TELLING;
    }
    return copied || share >= settings.duplicate() ? Verdict.COPY : Verdict.RELATED;
  }

  private boolean isOfAnother(String agency) {
    return !agency.isEmpty() && !agency.equals(asked.story().origin().agency());
  }

  private double cut() {
    return settings.cut() * (YOUNG + (1 - YOUNG) * Math.min(1, profile.stories() / GROWN_UP));
  }

  private Hit weigh(Answer answer, double best) throws IOException {
    var segment = answer.segment();
    int document = answer.document();
    var signs =
        new Signs(
            answer.share(),
            Math.min(1, answer.share() / best),
            answer.likeness(),
            meaning(segment, document));
    var time = StoryDocument.time(segment, document);
    var age = Duration.between(time, asked.story().time());
    double relatedness = recipe.relatedness(signs);
    double score = recipe.fades() ? Freshness.RUNNING.of(relatedness, age) : relatedness;
    boolean weak = answer.verdict() == Verdict.RELATED && isWeak(answer, signs);
    var verdict = weak ? Verdict.WEAK : answer.verdict();
    return new Hit(segment, document, signs, verdict, relatedness, score, time, age);
  }

  /// Whether a story is related at all is judged before its age counts: else a loosely related
  /// story of today would pass for a well related one.
  private boolean isWeak(Answer answer, Signs signs) throws IOException {
    double cut = answer.linked() ? LINKED * cut() : cut();
    return signs.likeness() < cut || !isSure(answer);
  }

  /// Scores of a young archive say little: there two stories of one town look alike.
  private boolean isSure(Answer answer) throws IOException {
    return profile.stories() >= GROWN_UP || profile.isAkin(answer.segment(), answer.document());
  }

  private OptionalDouble meaning(LeafReader segment, int document) throws IOException {
    var bytes = asked.meaning().isPresent() ? StoryDocument.meaning(segment, document) : null;
    return bytes == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(asked.meaning().orElseThrow().likeness(bytes));
  }

  static Telling telling(Hit hit, StoryDocument.Card card) throws IOException {
    return new Telling(
        card.uri(),
        StoryDocument.agency(hit.segment(), hit.document()),
        hit.signs().gist().text(),
        StoryDocument.firstLive(hit.segment(), hit.document()));
  }

  Find find(Hit hit, StoryDocument.Card card) throws IOException {
    return new Find(
        card,
        hit.relatedness(),
        profile.shared(hit.segment(), hit.document()),
        hit.time(),
        hit.age());
  }
}
