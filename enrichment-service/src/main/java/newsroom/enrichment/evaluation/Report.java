package newsroom.enrichment.evaluation;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import newsroom.enrichment.ranking.Explained;

/// Prints what was measured.
final class Report {

  private static final String ALL = "all";
  private static final int CANDIDATES = 20;

  private final PrintStream out;
  private final Judgements judgements;

  Report(PrintStream out, Judgements judgements) {
    this.out = out;
    this.judgements = judgements;
  }

  /// The groups of queries by name, all of them first.
  private Map<String, Set<String>> groups(Collection<String> asked) {
    var groups = new LinkedHashMap<String, Set<String>>();
    groups.put(ALL, new LinkedHashSet<>(asked));
    for (var query : asked) {
      for (var group : judgements.groups().getOrDefault(query, List.of())) {
        groups.computeIfAbsent(group, _ -> new LinkedHashSet<>()).add(query);
      }
    }
    return groups;
  }

  /// One line per system and group; the first system is compared with every other.
  void print(Map<String, Scores> systems, Map<String, Stopwatch> times) {
    var first = systems.values().iterator().next();
    groups(first.answers().keySet().stream().filter(judgements.groups()::containsKey).toList())
        .forEach((group, queries) -> print(group, queries, systems, times, first));
  }

  private void print(
      String group,
      Set<String> queries,
      Map<String, Scores> systems,
      Map<String, Stopwatch> times,
      Scores first) {
    out.printf("%n%s (%d queries)%n", group, queries.size());
    line("", "nDCG@5", "strict", "MRR", "ms p50 / p99", "first system's nDCG@5 over it [95 %]");
    systems.forEach(
        (name, scores) ->
            line(
                name,
                mean(scores, Measure.NDCG, queries),
                mean(scores, Measure.STRICT, queries),
                mean(scores, Measure.MRR, queries),
                times.containsKey(name) ? times.get(name).toString() : "",
                scores.equals(first)
                    ? ""
                    : Interval.of(first.of(Measure.NDCG, queries), scores.of(Measure.NDCG, queries))
                        .toString()));
  }

  private void line(String name, String ndcg, String strict, String mrr, String ms, String over) {
    out.println(
        String.format(
                Locale.ROOT, "  %-28s %7s %7s %7s  %-14s %s", name, ndcg, strict, mrr, ms, over)
            .stripTrailing());
  }

  private static String mean(Scores scores, Measure measure, Set<String> queries) {
    return String.format(
        Locale.ROOT, "%.3f", Arrays.stream(scores.of(measure, queries)).average().orElse(0));
  }

  /// What would be shown, after the cut.
  void links(String name, Scores scores, Map<String, Map<String, Integer>> read) {
    out.printf(
        Locale.ROOT,
        "%nlinks of %s: %.0f %% of three places filled%n",
        name,
        100 * scores.filled(scores.answers().keySet()));
    if (!read.isEmpty()) {
      var precision = scores.precision(read);
      out.printf(
          Locale.ROOT,
          "  read by hand: %d queries, %.0f %% filled, precision@3 %.3f (%d of %d links that were read)%n",
          read.size(),
          100 * scores.filled(read.keySet()),
          precision.share(),
          precision.good(),
          precision.read());
    }
  }

  /// The best candidates of one story, each with its reasons.
  void explain(List<Explained> candidates, Map<String, Integer> grades) {
    out.println("score related answer text head mean.  days grade  verdict");
    for (var each : candidates.stream().limit(CANDIDATES).toList()) {
      var find = each.find();
      var signs = each.signs();
      out.printf(
          Locale.ROOT,
          "%.3f   %.3f  %.3f %.3f %.3f %.3f %5.1f   %s    %s, shares %s: %s (%s)%n",
          each.score(),
          find.likeness(),
          signs.answer(),
          signs.gist().text(),
          signs.gist().headline(),
          signs.meaning().orElse(0),
          find.age().toMinutes() / 1440.0,
          grades.getOrDefault(find.card().uri(), 0),
          each.verdict().reason(),
          String.join(", ", find.shared()),
          find.card().headline(),
          find.card().uri());
    }
  }
}
