package newsroom.enrichment.morgue;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.story.Story;

/// A morgue of one's own, filled by hand and without Kafka: for measuring what the real one would
/// answer.
public final class Cuttings implements Closeable {

  private final Morgue morgue;
  private final Cabinet index;
  private final Closeable after;

  public Cuttings(Path folder, Embeddings embeddings) throws IOException {
    this(Index.open(folder, embeddings), () -> {});
  }

  private Cuttings(Cabinet index, Closeable after) {
    this.morgue = new Morgue(index.embeddings());
    this.index = index;
    this.after = after;
    morgue.use(index);
  }

  /// In the OpenSearch at this address, in an index that is empty now and goes with the cuttings.
  public static Cuttings openSearch(URI address, Embeddings embeddings) throws IOException {
    var settings =
        new OpenSearchSettings(address, "newsroom-cuttings", 1, 0, "", "", Duration.ofSeconds(30));
    var keeps = new Cluster.Keeps(Clock.systemUTC(), Duration.ofDays(1));
    var clusters = new Clusters(settings, embeddings, keeps);
    clusters.wipeAnswering(Cabinets.Place.FIRST);
    return new Cuttings(
        clusters.open(Cabinets.Place.FIRST, embeddings),
        () -> {
          try (clusters) {
            clusters.wipeAnswering(Cabinets.Place.FIRST);
          }
        });
  }

  /// Puts a story in; it can be found after the next refresh.
  public void put(Story story) throws IOException {
    index.put(index.clip(story), true);
  }

  public void forget(String uri) throws IOException {
    index.forget(uri);
  }

  public void refresh() throws IOException {
    index.refresh();
  }

  /// How many can be found.
  public int stories() throws IOException {
    return index.documents();
  }

  public <R> R ask(Question<R> question) throws IOException {
    return morgue.ask(question);
  }

  @Override
  public void close() throws IOException {
    morgue.use(null);
    try (after) {
      index.close();
    }
  }
}
