package newsroom.enrichment.morgue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import newsroom.enrichment.embedding.Embeddings;
import org.jspecify.annotations.Nullable;

/// Where cabinets stand: room for two, so that one can be filled anew while the other answers.
interface Cabinets {

  /// One of the two rooms.
  enum Place {
    FIRST("index"),
    SECOND("index.next");

    private final String folder;

    Place(String folder) {
      this.folder = folder;
    }

    /// Its folder under the morgue's.
    String folder() {
      return folder;
    }

    Place other() {
      return this == FIRST ? SECOND : FIRST;
    }
  }

  /// Opens what is there, or makes an empty one.
  Cabinet open(Place place, Embeddings embeddings) throws IOException;

  /// Opens one that may be gone on with though another answers; empty where there is none, or where
  /// building it from nothing takes no longer than looking.
  default Optional<Cabinet> begun(Place place, Embeddings embeddings) throws IOException {
    return Optional.empty();
  }

  /// Whether the one that is there needs no other beside it.
  boolean isWhole(Place place) throws IOException;

  /// Takes away what is there, readable or not. Refused where questions are answered from it and
  /// others ask, too.
  void wipe(Place place) throws IOException;

  /// The same, though questions are answered from it.
  default void wipeAnswering(Place place) throws IOException {
    wipe(place);
  }

  /// Whether what is there may turn out unreadable, and is best built again then: of files on this
  /// machine's disk, not of what others use as well.
  boolean canBeDamaged();

  /// Begins to write. Where others share the cabinets, one writes at a time: empty as long as it is
  /// another, and the morgue answers from what that one writes.
  default Optional<Turn> turn(Morgue morgue) throws IOException {
    return Optional.of(_ -> {});
  }

  /// Answers while nobody writes here, as another instance may; null where none can.
  default @Nullable Cabinet shared() {
    return null;
  }

  /// Where that is, for the log.
  String name(Place place);

  /// Lucene indexes in folders under this one.
  static Cabinets in(Path folder) {
    return new Cabinets() {
      @Override
      public Cabinet open(Place place, Embeddings embeddings) throws IOException {
        return Index.open(at(place), embeddings);
      }

      @Override
      public boolean isWhole(Place place) {
        return Index.isWhole(at(place));
      }

      @Override
      public void wipe(Place place) throws IOException {
        Index.wipe(at(place));
      }

      @Override
      public boolean canBeDamaged() {
        return true;
      }

      @Override
      public String name(Place place) {
        return at(place).toString();
      }

      private Path at(Place place) {
        return folder.resolve(place.folder());
      }
    };
  }
}
