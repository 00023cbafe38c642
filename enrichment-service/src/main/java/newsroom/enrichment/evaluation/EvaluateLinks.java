package newsroom.enrichment.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.morgue.Cuttings;
import newsroom.enrichment.ranking.Recipe;
import newsroom.enrichment.ranking.RelatedSettings;
import newsroom.enrichment.story.Story;

/// `newsroom evaluate-links`: measures the service's own ranking on a corpus with judgements.
public final class EvaluateLinks {

  private static final double CUT = 0.25;
  private static final double DUPLICATE = 0.9;

  private final Options options;
  private final PrintStream out;
  private final Embeddings embeddings;

  private EvaluateLinks(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.embeddings = options.has("--embedding") ? Embeddings.patient() : Embeddings.none();
  }

  public static void main(String[] arguments) throws IOException {
    System.exit(run(System.out, arguments));
  }

  /// Returns 0, or 2 when the command makes no sense.
  static int run(PrintStream out, String... arguments) throws IOException {
    try {
      new EvaluateLinks(Options.parse(arguments), out).evaluate();
      return 0;
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return 2;
    }
  }

  private void evaluate() throws IOException {
    var corpus = Corpus.read(options.file("--corpus"));
    var judgements = Judgements.read(options.file("--queries"), options.file("--qrels"));
    var read = read(corpus);
    var report = new Report(out, judgements);
    try (var race = new Race(embeddings, options.value("--opensearch").map(URI::create))) {
      var newsroom = newsroom("newsroom", Recipe.MEASURED, race.cuttings());
      if (options.has("--explain")) {
        explain(corpus, judgements, race, newsroom, report);
        return;
      }
      out.printf(
          "%d stories%s%n",
          corpus.stories().size(),
          corpus.dated() ? "" : ", not all with a date: every query sees every story");
      var contestants = contestants(newsroom, race);
      var queries = new LinkedHashSet<>(judgements.groups().keySet());
      queries.addAll(read.keySet());
      var scores = new LinkedHashMap<String, Scores>();
      race.run(corpus, queries, contestants)
          .forEach((name, answers) -> scores.put(name, new Scores(answers, judgements)));
      report.print(scores, times(corpus, queries, contestants));
      report.links(newsroom.name(), scores.values().iterator().next(), read);
    }
  }

  /// Pairs that were read by hand, of the stories that there are.
  private Map<String, Map<String, Integer>> read(Corpus corpus) throws IOException {
    if (!options.has("--judged")) {
      return Map.of();
    }
    var read = Judgements.pairs(options.file("--judged"), 2);
    read.keySet().retainAll(corpus.stories().stream().map(Story::uri).toList());
    return read;
  }

  private void explain(
      Corpus corpus, Judgements judgements, Race race, Newsroom newsroom, Report report)
      throws IOException {
    var id = options.value("--explain").orElseThrow();
    var story =
        corpus.stories().stream()
            .filter(each -> each.uri().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the corpus has no story " + id));
    var before =
        corpus.stories().stream().filter(each -> !each.time().isAfter(story.time())).toList();
    race.run(new Corpus(before, corpus.dated()), Set.of(), List.of());
    out.println(story.headline());
    report.explain(newsroom.explain(story), judgements.of(id));
  }

  private List<Contestant> contestants(Newsroom newsroom, Race race) {
    var contestants = new ArrayList<Contestant>(List.of(newsroom));
    if (options.has("--ablation")) {
      Ablation.of(Recipe.MEASURED, options.has("--embedding"))
          .forEach((name, recipe) -> contestants.add(newsroom(name, recipe, race.cuttings())));
    }
    contestants.add(race.moreLike());
    return contestants;
  }

  private Newsroom newsroom(String name, Recipe recipe, Cuttings cuttings) {
    double cut = options.value("--cut").map(Double::parseDouble).orElse(CUT);
    var settings = new RelatedSettings(true, cut, DUPLICATE);
    // what a recipe does not use must not cost it time
    var meanings = recipe.meaning() > 0 ? embeddings : Embeddings.none();
    return new Newsroom(name, recipe, cuttings, meanings, settings);
  }

  private static Map<String, Stopwatch> times(
      Corpus corpus, Set<String> queries, List<Contestant> contestants) throws IOException {
    var stories = corpus.stories().stream().filter(s -> queries.contains(s.uri())).toList();
    var times = new LinkedHashMap<String, Stopwatch>();
    for (var contestant : contestants) {
      times.put(contestant.name(), Stopwatch.of(contestant, stories));
    }
    return times;
  }
}
