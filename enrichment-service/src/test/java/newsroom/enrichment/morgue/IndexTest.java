package newsroom.enrichment.morgue;

import java.io.IOException;
import java.nio.file.Path;
import newsroom.enrichment.embedding.Embeddings;
import org.junit.jupiter.api.io.TempDir;

class IndexTest extends CabinetContract {

  @TempDir Path folder;

  @Override
  Cabinet empty() throws IOException {
    return again();
  }

  @Override
  Cabinet again() throws IOException {
    return Index.open(folder, Embeddings.none());
  }
}
