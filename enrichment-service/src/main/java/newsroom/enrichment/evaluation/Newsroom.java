package newsroom.enrichment.evaluation;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.morgue.Cuttings;
import newsroom.enrichment.ranking.Explained;
import newsroom.enrichment.ranking.Lookup;
import newsroom.enrichment.ranking.Recipe;
import newsroom.enrichment.ranking.RelatedSettings;
import newsroom.enrichment.ranking.Verdict;
import newsroom.enrichment.story.Story;

/// The service's own ranking, by one recipe. Ranked is all that may be compared, also what is too
/// weak or too much alike to be linked: judgements know nothing of that.
final class Newsroom implements Contestant {

  private static final Set<Verdict> OUT_OF_QUESTION = Set.of(Verdict.ITSELF, Verdict.LATER);

  private final String name;
  private final Cuttings cuttings;
  private final Embeddings embeddings;
  private final Lookup lookup;

  Newsroom(
      String name,
      Recipe recipe,
      Cuttings cuttings,
      Embeddings embeddings,
      RelatedSettings settings) {
    this.name = name;
    this.cuttings = cuttings;
    this.embeddings = embeddings;
    this.lookup = new Lookup(settings, recipe);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> rank(Story story) throws IOException {
    return explain(story).stream()
        .filter(explained -> !OUT_OF_QUESTION.contains(explained.verdict()))
        .map(explained -> explained.find().card().uri())
        .toList();
  }

  @Override
  public List<String> links(Story story) throws IOException {
    var asked = asked(story);
    return cuttings.ask(searcher -> lookup.ask(searcher, asked)).stream()
        .map(find -> find.card().uri())
        .toList();
  }

  List<Explained> explain(Story story) throws IOException {
    var asked = asked(story);
    return cuttings.ask(searcher -> lookup.explain(searcher, asked));
  }

  private Lookup.Asked asked(Story story) {
    return new Lookup.Asked(story, embeddings.of(story), Instant.MAX);
  }
}
