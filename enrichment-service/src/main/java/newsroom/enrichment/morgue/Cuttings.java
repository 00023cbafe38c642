package newsroom.enrichment.morgue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import newsroom.enrichment.embedding.Embeddings;
import newsroom.enrichment.story.Story;

/// A morgue of one's own, filled by hand and without Kafka: for measuring what the real one would
/// answer.
public final class Cuttings implements Closeable {

  private final Morgue morgue;
  private final Index index;

  public Cuttings(Path folder, Embeddings embeddings) throws IOException {
    morgue = new Morgue(embeddings);
    index = Index.open(folder, embeddings);
    morgue.use(index);
  }

  /// Puts a story in; it can be found after the next refresh.
  public void put(Story story) throws IOException {
    index.put(index.clip(story), true);
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
    index.close();
  }
}
