package newsroom.enrichment.ranking;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import newsroom.enrichment.morgue.Holding;
import newsroom.enrichment.morgue.Holdings;
import newsroom.enrichment.story.Fingerprint;
import newsroom.enrichment.vocabulary.Gist;
import newsroom.enrichment.vocabulary.Words;

/// One story, and what one state of the archive answers to it.
final class Weighing {

  private static final int HITS = 150;

  /// A young archive answers more softly: many telling words stand in no other story yet. There
  /// this share of the cut is enough, and no unrelated story was seen to come near it.
  private static final double YOUNG = 0.55;

  private static final double GROWN_UP = 2_000;

  private final Lookup.Asked asked;
  private final Holdings holdings;
  private final RelatedSettings settings;
  private final Recipe recipe;
  private final Profile profile;
  private final Gist gist;
  private final long print;

  /// A story that answers, as a share of what the asking story itself would score.
  private record Answer(Holding holding, double share, Verdict verdict) {}

  Weighing(Lookup.Asked asked, Holdings holdings, RelatedSettings settings, Recipe recipe)
      throws IOException {
    var words = holdings.weigh(Words.of(asked.story()));
    this.asked = asked;
    this.holdings = holdings;
    this.settings = settings;
    this.recipe = recipe;
    this.profile = new Profile(asked.story().uri(), words);
    this.gist = Gist.of(words);
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
    var found = holdings.answers(profile.inquiry(), HITS);
    var answers = new ArrayList<Answer>(HITS);
    for (var holding : found.best()) {
      double share = holding.score() / found.own();
      answers.add(new Answer(holding, share, verdict(holding, share)));
    }
    return answers;
  }

  private Verdict verdict(Holding holding, double share) {
    if (holding.itself()) {
      return Verdict.ITSELF;
    }
    if (holding.facts().time().isAfter(asked.now())) {
      return Verdict.LATER;
    }
    if (share >= settings.duplicate() || Fingerprint.isCopy(print, holding.facts().print())) {
      return Verdict.COPY;
    }
    return Verdict.RELATED;
  }

  private double cut() {
    return settings.cut() * (YOUNG + (1 - YOUNG) * Math.min(1, profile.stories() / GROWN_UP));
  }

  private Hit weigh(Answer answer, double best) throws IOException {
    var facts = answer.holding().facts();
    var signs =
        new Signs(
            answer.share(),
            Math.min(1, answer.share() / best),
            facts.gist() == null ? Gist.Likeness.NONE : gist.likeness(facts.gist()),
            meaning(facts));
    var age = Duration.between(facts.time(), asked.story().time());
    double relatedness = recipe.relatedness(signs);
    double score = recipe.fades() ? Freshness.RUNNING.of(relatedness, age) : relatedness;
    boolean weak = answer.verdict() == Verdict.RELATED && isWeak(answer, signs);
    var verdict = weak ? Verdict.WEAK : answer.verdict();
    return new Hit(answer.holding(), signs, verdict, relatedness, score, facts.time(), age);
  }

  /// Whether a story is related at all is judged before its age counts: else a loosely related
  /// story of today would pass for a well related one.
  private boolean isWeak(Answer answer, Signs signs) throws IOException {
    return signs.likeness() < cut() || !isSure(answer);
  }

  /// Scores of a young archive say little: there two stories of one town look alike.
  private boolean isSure(Answer answer) throws IOException {
    return profile.stories() >= GROWN_UP || profile.isAkin(holdings, answer.holding());
  }

  private OptionalDouble meaning(Holding.Facts facts) {
    var bytes = facts.meaning();
    return asked.meaning().isEmpty() || bytes == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(asked.meaning().orElseThrow().likeness(bytes));
  }

  Find find(Hit hit, Holdings.Card card) throws IOException {
    var shared = profile.shared(holdings, hit.holding());
    return new Find(card, hit.relatedness(), shared, hit.time(), hit.age());
  }
}
