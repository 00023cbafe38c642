package newsroom.enrichment.evaluation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.ranking.Recipe;
import newsroom.enrichment.ranking.RelatedSettings;

/// The service's ranking by words, measured.
record Measured(Scores scores, Set<String> queries) {

  static Measured of(Path corpus, Path queries, Path qrels, Path... read) throws IOException {
    return of(Optional.empty(), corpus, queries, qrels, read);
  }

  static Measured of(Optional<URI> openSearch, Path corpus, Path queries, Path qrels, Path... read)
      throws IOException {
    var judgements = Judgements.read(queries, qrels);
    try (var race = new Race(Embeddings.none(), openSearch)) {
      var settings = new RelatedSettings(true, 0.25, 0.9);
      var newsroom =
          new Newsroom("newsroom", Recipe.MEASURED, race.cuttings(), Embeddings.none(), settings);
      var asked = new LinkedHashSet<>(judgements.groups().keySet());
      for (var file : read) {
        asked.addAll(Judgements.pairs(file, 2).keySet());
      }
      var answers = race.run(Corpus.read(corpus), asked, List.of(newsroom));
      return new Measured(
          new Scores(answers.getOrDefault("newsroom", Map.of()), judgements),
          judgements.groups().keySet());
    }
  }

  double mean(Measure measure) {
    return Arrays.stream(scores.of(measure, queries)).average().orElse(0);
  }
}
