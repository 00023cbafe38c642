package newsroom.enrichment.morgue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import newsroom.enrichment.embedding.Embeddings;
import org.jspecify.annotations.Nullable;

/// Indexes in an OpenSearch that all instances share. One instance writes; the others ask, and wait
/// until it is their turn.
final class Clusters implements Cabinets, AutoCloseable {

  private static final Duration TERM = Duration.ofSeconds(10);

  private final OpenSearch http;
  private final OpenSearchSettings settings;
  private final Embeddings embeddings;
  private final Cluster.Keeps keeps;
  private final Duration term;
  private @Nullable Lease lease;

  /// Asks whichever index answers.
  private @Nullable Cluster reader;

  Clusters(OpenSearchSettings settings, Embeddings embeddings, Cluster.Keeps keeps) {
    this(settings, embeddings, keeps, TERM);
  }

  Clusters(OpenSearchSettings settings, Embeddings embeddings, Cluster.Keeps keeps, Duration term) {
    this.http = new OpenSearch(settings);
    this.settings = settings;
    this.embeddings = embeddings;
    this.keeps = keeps;
    this.term = term;
  }

  @Override
  public Optional<Turn> turn(Morgue morgue) throws IOException {
    try {
      return taken(morgue);
    } catch (IOException | RuntimeException e) {
      // whoever asks hears at once that there is no answer
      morgue.use(null);
      throw e;
    }
  }

  private Optional<Turn> taken(Morgue morgue) throws IOException {
    var mine = lease();
    if (mine.take()) {
      return Optional.of(mine);
    }
    var indexes = indexes();
    if (indexes.answering().isEmpty()) {
      morgue.use(null);
      morgue.say(Morgue.State.closed("another instance begins the archive"));
    } else {
      if (reader == null) {
        http.greet();
      }
      morgue.use(shared());
      morgue.say(mine.told());
    }
    return Optional.empty();
  }

  @Override
  public Cluster shared() {
    var known = reader;
    if (known == null) {
      known = new Cluster(indexes(), names().answering(), keeps, embeddings);
      reader = known;
    }
    return known;
  }

  private Lease lease() {
    var known = lease;
    if (known == null) {
      var names = names();
      known = new Lease(http, names.turns(), names.answering(), term);
      lease = known;
    }
    return known;
  }

  @Override
  public Cabinet open(Place place, Embeddings asked) throws IOException {
    http.greet();
    return new Cluster(indexes(), indexes().open(place), keeps, asked);
  }

  @Override
  public Optional<Cabinet> begun(Place place, Embeddings asked) throws IOException {
    return indexes().at(place).map(name -> new Cluster(indexes(), name, keeps, asked));
  }

  /// Whether it is the one that answers.
  @Override
  public boolean isWhole(Place place) throws IOException {
    return indexes().answering().filter(name -> name.startsWith(names().at(place))).isPresent();
  }

  @Override
  public void wipe(Place place) throws IOException {
    indexes().wipe(place, false);
  }

  @Override
  public void wipeAnswering(Place place) throws IOException {
    indexes().wipe(place, true);
  }

  /// OpenSearch mends its own files; whatever else is missing, the archive is not.
  @Override
  public boolean canBeDamaged() {
    return false;
  }

  @Override
  public String name(Place place) {
    return settings.address() + "/" + settings.index();
  }

  private ClusterIndexes indexes() {
    return new ClusterIndexes(http, names());
  }

  /// The model's name is known once it is loaded, which may take a while.
  private ClusterNames names() {
    return new ClusterNames(settings.index(), embeddings.name());
  }

  @Override
  public void close() {
    http.close();
  }
}
