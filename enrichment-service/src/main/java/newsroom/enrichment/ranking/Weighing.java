package newsroom.enrichment.ranking;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import newsroom.enrichment.morgue.Holding;
import newsroom.enrichment.morgue.Holdings;
import newsroom.enrichment.story.Fingerprint;
import newsroom.enrichment.story.Telling;
import newsroom.enrichment.vocabulary.Gist;
import newsroom.enrichment.vocabulary.Words;

/// One story, and what one state of the archive answers to it.
final class Weighing {

  private static final int HITS = 150;

  /// A young archive answers more softly: many telling words stand in no other story yet. There
  /// this share of the cut is enough, and no unrelated story was seen to come near it.
  static final double YOUNG = 0.55;

  private static final double GROWN_UP = 2_000;

  /// An archive that grows makes every word a little more or less rare: what was related enough
  /// yesterday stays so today, a little below the cut.
  private static final double LINKED = 0.85;

  private final Lookup.Asked asked;
  private final Holdings holdings;
  private final RelatedSettings settings;
  private final Recipe recipe;
  private final Profile profile;
  private final Gist gist;
  private final long print;

  /// A story that answers, as a share of what the asking story itself would score.
  private record Answer(Holding holding, double share, Gist.Likeness likeness, Verdict verdict) {}

  Weighing(Lookup.Asked asked, Holdings holdings, RelatedSettings settings, Recipe recipe)
      throws IOException {
    var words = holdings.weigh(Words.of(asked.story()));
    this.asked = asked;
    this.holdings = holdings;
    this.settings = settings;
    this.recipe = recipe;
    this.profile = new Profile(asked, words);
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
      var bytes = holding.facts().gist();
      var likeness = bytes == null ? Gist.Likeness.NONE : gist.likeness(bytes);
      double share = holding.score() / found.own();
      answers.add(new Answer(holding, share, likeness, verdict(holding, share, likeness)));
    }
    return answers;
  }

  private Verdict verdict(Holding holding, double share, Gist.Likeness likeness)
      throws IOException {
    if (holding.tie() == Holding.Tie.ITSELF) {
      return Verdict.ITSELF;
    }
    var time = holding.facts().time();
    if (time.isAfter(asked.now())) {
      return Verdict.LATER;
    }
    boolean copied =
        Sameness.isCopied(likeness) || Fingerprint.isCopy(print, holding.facts().print());
    var age = Duration.between(time, asked.story().time());
    boolean told = Sameness.isTold(likeness, age) || (copied && Sameness.isOfTheseDays(age));
    if (told && isOfAnother(holdings.origin(holding).agency())) {
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
    var facts = answer.holding().facts();
    var signs =
        new Signs(
            answer.share(), Math.min(1, answer.share() / best), answer.likeness(), meaning(facts));
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
    // what is linked was sure once: what else came since, as the story itself, makes it no less so
    boolean linked = answer.holding().tie() == Holding.Tie.LINKED;
    double cut = linked ? LINKED * cut() : cut();
    return signs.likeness() < cut || !(linked || isSure(answer));
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

  Telling telling(Hit hit) throws IOException {
    var origin = holdings.origin(hit.holding());
    var live = Objects.requireNonNullElse(origin.firstLive(), hit.time());
    return new Telling(card(hit).uri(), origin.agency(), hit.signs().gist().text(), live);
  }

  Holdings.Card card(Hit hit) throws IOException {
    return holdings.card(hit.holding());
  }

  Find find(Hit hit, Holdings.Card card) throws IOException {
    var shared = profile.shared(holdings, hit.holding());
    return new Find(card, hit.relatedness(), shared, hit.time(), hit.age());
  }
}
