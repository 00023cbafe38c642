package newsroom.enrichment.enricher.reading;

import newsroom.enrichment.enricher.Additions;
import newsroom.enrichment.enricher.Enricher;
import newsroom.enrichment.enricher.Enrichment;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Language;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// How long it takes to read what stands under the headline.
@Component
@ConditionalOnBooleanProperty(
    name = "newsroom.enrichment.reading-time.enabled",
    matchIfMissing = true)
class ReadingTime implements Enricher {

  @Override
  public String name() {
    return "reading-time";
  }

  @Override
  public Enrichment enrich(Story story) {
    double minutes = Pace.of(Language.of(story.language()).code()).minutes(story.text());
    return minutes == 0
        ? Enrichment.NONE
        : Enrichment.of(Additions.readingSeconds((int) Math.max(1, Math.round(minutes * 60))));
  }
}
