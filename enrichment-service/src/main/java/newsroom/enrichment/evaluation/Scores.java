package newsroom.enrichment.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How good each answer of one system was.
record Scores(Map<String, Race.Answer> answers, Judgements judgements) {

  /// Links that a story shows.
  private static final int SLOTS = 3;

  /// Of links that were read by hand: how many there were, and how many of them were good.
  record Precision(int read, int good) {

    double share() {
      return read == 0 ? 0 : good / (double) read;
    }
  }

  /// By query, in the order of these.
  double[] of(Measure measure, Collection<String> queries) {
    return queries.stream()
        .mapToDouble(
            query -> {
              var answer = answers.get(query);
              return answer == null ? 0 : measure.of(answer.ranked(), judgements.of(query));
            })
        .toArray();
  }

  /// How many of three places the links of these queries fill, on average, from 0 to 1.
  double filled(Collection<String> queries) {
    return queries.stream().mapToInt(query -> shown(query).size()).sum()
        / (double) (SLOTS * Math.max(1, queries.size()));
  }

  Precision precision(Map<String, Map<String, Integer>> read) {
    int pairs = 0;
    int good = 0;
    for (var query : read.entrySet()) {
      var verdicts = new HashMap<>(query.getValue());
      verdicts.keySet().retainAll(shown(query.getKey()));
      pairs += verdicts.size();
      good += verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }
    return new Precision(pairs, good);
  }

  private List<String> shown(String query) {
    var answer = answers.get(query);
    return answer == null ? List.of() : answer.links().stream().limit(SLOTS).toList();
  }
}
