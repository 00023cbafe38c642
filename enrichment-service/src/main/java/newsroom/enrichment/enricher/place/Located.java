package newsroom.enrichment.enricher.place;

import java.util.Optional;
import newsroom.enrichment.enricher.Additions;
import newsroom.enrichment.enricher.Enricher;
import newsroom.enrichment.enricher.Enrichment;
import newsroom.enrichment.story.Block;
import newsroom.enrichment.story.Concept;
import newsroom.enrichment.story.Story;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// The place in the dateline, or in front of the first paragraph.
@Component
@ConditionalOnBooleanProperty(name = "newsroom.enrichment.located.enabled", matchIfMissing = true)
class Located implements Enricher {

  /// The code is not the place's but its country's, as `iso3166-1a2:FR`.
  private static final String IN_COUNTRY = "in-country";

  private static final String COUNTRY = "iso3166-1a2:";

  private final Countries countries = Countries.read();

  @Override
  public String name() {
    return "located";
  }

  @Override
  public Enrichment enrich(Story story) {
    if (story.particulars().located() != null) {
      return Enrichment.NONE;
    }
    return dateline(story)
        .map(dateline -> Enrichment.of(Additions.located(place(dateline))))
        .orElse(Enrichment.NONE);
  }

  private Optional<Dateline> dateline(Story story) {
    var written = story.particulars().dateline();
    if (written != null && !written.isBlank()) {
      return Dateline.read(written, countries::knows);
    }
    return story.body().stream()
        .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
        .findFirst()
        .flatMap(paragraph -> Dateline.before(paragraph.text(), countries::knows));
  }

  private Concept place(Dateline dateline) {
    var name = countries.spelled(dateline.place());
    return countries
        .of(dateline.place(), dateline.region())
        .map(country -> new Concept(COUNTRY + country, name, IN_COUNTRY))
        .orElse(new Concept(null, name, null));
  }
}
