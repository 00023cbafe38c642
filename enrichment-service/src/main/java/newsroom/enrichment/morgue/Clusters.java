package newsroom.enrichment.morgue;

import java.io.IOException;
import newsroom.enrichment.embedding.Embeddings;

/// Two names of indexes in an OpenSearch.
final class Clusters implements Cabinets, AutoCloseable {

  private final OpenSearch http;
  private final OpenSearchSettings settings;

  Clusters(OpenSearchSettings settings) {
    this.http = new OpenSearch(settings);
    this.settings = settings;
  }

  @Override
  public Cabinet open(Place place, Embeddings embeddings) throws IOException {
    http.greet();
    return new Cluster(http, index(place), embeddings);
  }

  @Override
  public boolean isWhole(Place place) {
    try {
      return Cluster.isWhole(http, index(place));
    } catch (IOException _) {
      // whoever opens it will say what is wrong
      return false;
    }
  }

  @Override
  public void wipe(Place place) throws IOException {
    http.delete(index(place));
  }

  @Override
  public String name(Place place) {
    return settings.address() + "/" + index(place);
  }

  private String index(Place place) {
    return place == Place.FIRST ? settings.index() : settings.index() + "-next";
  }

  @Override
  public void close() {
    http.close();
  }
}
