package newsroom.enrichment.enricher.related;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import newsroom.enrichment.embedding.Embeddings;
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
  private final Lookup lookup;

  Related(Morgue morgue, Embeddings embeddings, RelatedSettings settings, Clock clock) {
    this.morgue = morgue;
    this.embeddings = embeddings;
    this.clock = clock;
    this.lookup = new Lookup(settings, Recipe.MEASURED);
  }

  @Override
  public String name() {
    return "related";
  }

  @Override
  public Enrichment enrich(Story story) throws IOException {
    var places = Places.of(story.body());
    if (places.isEmpty()) {
      return Enrichment.NONE;
    }
    var meaning = embeddings.inTime(story);
    var asked = new Lookup.Asked(story, meaning, clock.instant());
    var finds = morgue.ask(searcher -> lookup.ask(searcher, asked));
    boolean late = meaning.isEmpty() && embeddings.covers(story);
    return new Enrichment(Picks.deal(finds, places), late ? List.of(EMBEDDING) : List.of());
  }
}
