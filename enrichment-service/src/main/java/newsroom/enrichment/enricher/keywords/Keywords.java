package newsroom.enrichment.enricher.keywords;

import java.io.IOException;
import newsroom.enrichment.enricher.Additions;
import newsroom.enrichment.enricher.Enricher;
import newsroom.enrichment.enricher.Enrichment;
import newsroom.enrichment.morgue.Morgue;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Words;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Keywords by the morgue's counts.
@Component
@ConditionalOnBooleanProperty(name = "newsroom.enrichment.keywords.enabled", matchIfMissing = true)
class Keywords implements Enricher {

  private final Morgue morgue;

  Keywords(Morgue morgue) {
    this.morgue = morgue;
  }

  @Override
  public String name() {
    return "keywords";
  }

  @Override
  public Enrichment enrich(Story story) throws IOException {
    var names = Names.in(story);
    var words = Words.of(story);
    var keywords = morgue.ask(holdings -> new Selection(holdings.weigh(words)).of(names));
    return Enrichment.of(Additions.keywords(keywords));
  }
}
