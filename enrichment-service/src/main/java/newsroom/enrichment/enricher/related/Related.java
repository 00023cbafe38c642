package newsroom.enrichment.enricher.related;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import newsroom.enrichment.embedding.Embedding;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.enricher.Earlier;
import newsroom.enrichment.enricher.Enricher;
import newsroom.enrichment.enricher.Enrichment;
import newsroom.enrichment.morgue.Morgue;
import newsroom.enrichment.ranking.Lookup;
import newsroom.enrichment.ranking.Recipe;
import newsroom.enrichment.ranking.RelatedSettings;
import newsroom.enrichment.story.Story;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Related links from the morgue.
@Component
@ConditionalOnBooleanProperty(name = "newsroom.enrichment.related.enabled", matchIfMissing = true)
class Related implements Enricher {

  /// Named as missing where links were chosen by words alone, because the meaning came too late.
  private static final String EMBEDDING = "embedding";

  private final Morgue morgue;
  private final Embeddings embeddings;
  private final Clock clock;
  private final Earlier earlier;
  private final Lookup lookup;

  Related(
      Morgue morgue,
      Embeddings embeddings,
      RelatedSettings settings,
      Clock clock,
      Earlier earlier) {
    this.morgue = morgue;
    this.embeddings = embeddings;
    this.clock = clock;
    this.earlier = earlier;
    this.lookup = new Lookup(settings, Recipe.MEASURED);
  }

  @Override
  public String name() {
    return "related";
  }

  @Override
  public Enrichment enrich(Story story) throws IOException {
    var places = Places.of(story.body());
    // a brief carries no links, but another agency may tell it, too
    var meaning = places.isEmpty() ? Optional.<Embedding>empty() : embeddings.inTime(story);
    var asked = new Lookup.Asked(story, meaning, clock.instant(), earlier.links(story.uri()));
    var answer = morgue.ask(holdings -> lookup.answer(holdings, asked));
    boolean late = !places.isEmpty() && meaning.isEmpty() && embeddings.covers(story);
    return new Enrichment(
        Picks.deal(answer.finds(), places),
        answer.tellings(),
        late ? List.of(EMBEDDING) : List.of());
  }
}
