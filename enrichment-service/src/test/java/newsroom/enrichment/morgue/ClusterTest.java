package newsroom.enrichment.morgue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import newsroom.enrichment.OpenSearchNode;
import newsroom.enrichment.embedding.Embeddings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// The same on a real OpenSearch, where its jars are (module `opensearch-node`).
class ClusterTest extends CabinetContract {

  private static Clusters clusters;

  @BeforeAll
  static void start() {
    var settings =
        new OpenSearchSettings(
            OpenSearchNode.address(), "contract", 1, 0, "", "", Duration.ofSeconds(20));
    clusters =
        new Clusters(
            settings,
            Embeddings.none(),
            new Cluster.Keeps(Clock.systemUTC(), Duration.ofHours(20)));
  }

  @AfterEach
  void takeAway() throws IOException {
    clusters.wipe(Cabinets.Place.FIRST);
  }

  @Override
  Cabinet empty() throws IOException {
    return again();
  }

  @Override
  Cabinet again() throws IOException {
    return clusters.open(Cabinets.Place.FIRST, Embeddings.none());
  }
}
