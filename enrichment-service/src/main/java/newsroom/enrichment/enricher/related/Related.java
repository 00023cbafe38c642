package newsroom.enrichment.enricher.related;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import newsroom.enrichment.enricher.Enricher;
import newsroom.enrichment.morgue.Morgue;
import newsroom.enrichment.story.Candidate;
import newsroom.enrichment.story.Story;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Related links from the morgue.
@Component
@ConditionalOnBooleanProperty(name = "newsroom.enrichment.related.enabled", matchIfMissing = true)
class Related implements Enricher {

  private final Morgue morgue;
  private final Clock clock;
  private final Lookup lookup;

  Related(Morgue morgue, RelatedSettings settings, Clock clock) {
    this.morgue = morgue;
    this.clock = clock;
    this.lookup = new Lookup(settings);
  }

  @Override
  public String name() {
    return "related";
  }

  @Override
  public List<Candidate> enrich(Story story) throws IOException {
    var places = Places.of(story.body());
    if (places.isEmpty()) {
      return List.of();
    }
    var finds = morgue.ask(searcher -> lookup.ask(searcher, story, clock.instant()));
    return Picks.deal(finds, places);
  }
}
