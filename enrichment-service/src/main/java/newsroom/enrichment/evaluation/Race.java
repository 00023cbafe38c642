package newsroom.enrichment.evaluation;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.morgue.Cuttings;
import newsroom.enrichment.story.Story;

/// Stories come in as they were published, and each query is asked when the stories of its moment
/// are in: no system sees tomorrow's news.
final class Race implements Closeable {

  private static final int OFTEN = 200;

  private final Path folder;
  private final Cuttings cuttings;
  private final MoreLike moreLike;

  /// What one system answered to one query.
  ///
  /// @param ranked all, best first
  /// @param links what it would show of that
  record Answer(List<String> ranked, List<String> links) {}

  Race(Embeddings embeddings) throws IOException {
    this(embeddings, Optional.empty());
  }

  /// @param openSearch what keeps the stories, if not an index of its own
  Race(Embeddings embeddings, Optional<URI> openSearch) throws IOException {
    folder = Files.createTempDirectory("evaluate-links");
    cuttings =
        openSearch.isPresent()
            ? Cuttings.openSearch(openSearch.get(), embeddings)
            : new Cuttings(folder, embeddings);
    moreLike = new MoreLike();
  }

  Cuttings cuttings() {
    return cuttings;
  }

  MoreLike moreLike() {
    return moreLike;
  }

  /// The answers of each system to each of the queries.
  Map<String, Map<String, Answer>> run(
      Corpus corpus, Set<String> queries, List<Contestant> contestants) throws IOException {
    var answers = new LinkedHashMap<String, Map<String, Answer>>();
    contestants.forEach(contestant -> answers.put(contestant.name(), new LinkedHashMap<>()));
    var stories = corpus.stories();
    for (int i = 0; i < stories.size(); ) {
      int from = i;
      while (i < stories.size() && stories.get(i).time().equals(stories.get(from).time())) {
        put(stories.get(i), i++);
      }
      var asked = stories.subList(from, i).stream().filter(s -> queries.contains(s.uri())).toList();
      if (!asked.isEmpty()) {
        refresh();
        for (var contestant : contestants) {
          for (var story : asked) {
            var answer = new Answer(contestant.rank(story), contestant.links(story));
            answers.getOrDefault(contestant.name(), Map.of()).put(story.uri(), answer);
          }
        }
      }
    }
    refresh();
    return answers;
  }

  private void put(Story story, int many) throws IOException {
    cuttings.put(story);
    moreLike.put(story);
    if (many % OFTEN == 0) {
      // as in a newsroom: a story knows those that came before it
      cuttings.refresh();
    }
  }

  private void refresh() throws IOException {
    cuttings.refresh();
    moreLike.refresh();
  }

  @Override
  public void close() throws IOException {
    cuttings.close();
    moreLike.close();
    var files = new ArrayList<Path>();
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(files::add);
    }
    for (var file : files) {
      Files.delete(file);
    }
  }
}
