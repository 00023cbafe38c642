package newsroom.enrichment.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How good one ranking is, from 0 to 1.
enum Measure {
  /// Every grade counts: 3 for grade 2, 1 for grade 1.
  NDCG("nDCG@5", 1, 3),
  /// Only the same event and an editor's own link count.
  STRICT("strict", 0, 1),
  /// One over the place of the first story of grade 2.
  MRR("MRR", 0, 1) {
    @Override
    double of(List<String> ranked, Map<String, Integer> grades) {
      for (int i = 0; i < ranked.size(); i++) {
        if (grades.getOrDefault(ranked.get(i), 0) == 2) {
          return 1.0 / (i + 1);
        }
      }
      return 0;
    }
  };

  private static final int SHOWN = 5;

  private final String title;
  private final int subject;
  private final int event;

  Measure(String title, int subject, int event) {
    this.title = title;
    this.subject = subject;
    this.event = event;
  }

  String title() {
    return title;
  }

  double of(List<String> ranked, Map<String, Integer> grades) {
    double best = cumulated(best(grades.values()));
    return best == 0
        ? 0
        : cumulated(ranked.stream().map(id -> grades.getOrDefault(id, 0)).toList()) / best;
  }

  private static List<Integer> best(Collection<Integer> grades) {
    return grades.stream().sorted(Comparator.reverseOrder()).toList();
  }

  private double cumulated(List<Integer> grades) {
    double sum = 0;
    for (int i = 0; i < Math.min(SHOWN, grades.size()); i++) {
      sum += gain(grades.get(i)) / Math.log(i + 2);
    }
    return sum;
  }

  private double gain(int grade) {
    return grade == 2 ? event : grade == 1 ? subject : 0;
  }
}
