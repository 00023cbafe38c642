package newsroom.enrichment.renewal;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.morgue.Cuttings;
import newsroom.enrichment.ranking.Lookup;
import newsroom.enrichment.ranking.Recipe;
import newsroom.enrichment.ranking.RelatedSettings;
import newsroom.enrichment.story.Story;

/// The look-up turned round: which young stories might take a link to a story that just came live.
/// An index of their words, of this instance's share only, so that a new story costs one look-up
/// however many young ones there are. For use by one thread.
final class Takers implements Closeable {

  private final Cuttings cuttings;
  private final Lookup lookup;
  private boolean dirty;

  Takers(RenewalSettings settings, RelatedSettings related) throws IOException {
    this.cuttings = new Cuttings(settings.folder(), Embeddings.none());
    this.lookup = new Lookup(related, Recipe.MEASURED);
  }

  void put(Story story) throws IOException {
    cuttings.put(story);
    dirty = true;
  }

  void forget(String uri) throws IOException {
    cuttings.forget(uri);
    dirty = true;
  }

  Set<String> of(Story story) throws IOException {
    if (dirty) {
      cuttings.refresh();
      dirty = false;
    }
    var asked = new Lookup.Asked(story, Optional.empty(), Instant.MAX);
    return cuttings.ask(holdings -> lookup.wanting(holdings, asked));
  }

  @Override
  public void close() throws IOException {
    cuttings.close();
  }
}
