package newsroom.enrichment.morgue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.schema.Published;

/// A morgue without Kafka, for tests: what is put is findable at once.
public final class Shelf implements AutoCloseable {

  private final Morgue morgue = new Morgue();
  private final Index index;
  private final Archivist archivist;

  public Shelf(Path folder) throws IOException {
    index = Index.open(folder, Embeddings.none());
    archivist = new Archivist(index);
    morgue.use(index);
  }

  public Morgue morgue() {
    return morgue;
  }

  /// Puts events that arrive in one poll.
  public void put(Published... events) throws IOException {
    for (var event : events) {
      archivist.apply(event);
    }
    archivist.refresh();
  }

  public void putAll(List<Published> events) throws IOException {
    put(events.toArray(Published[]::new));
  }

  void tombstone(String uri) throws IOException {
    archivist.forget(uri);
    archivist.refresh();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
