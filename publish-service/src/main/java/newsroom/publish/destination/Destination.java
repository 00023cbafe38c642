package newsroom.publish.destination;

import java.time.Duration;
import java.util.List;

/// One place that stories are brought to. The ledger sees to it that one story is never in two
/// hands at once and that no older version comes after a newer one; a destination only carries.
public interface Destination extends AutoCloseable {

  /// Carries each dispatch and says what became of it, in the same order. Throws nothing for a site
  /// that fails: that is a [Transmission.Deferred]. Carrying the same dispatch twice leaves what
  /// carrying it once leaves.
  List<Transmission> carry(List<Dispatch> dispatches);

  /// How many dispatches [#carry] profits from at once.
  int batch();

  /// No call of [#carry] takes longer; the lease in the ledger is longer than this.
  Duration deadline();

  /// Whether carrying calls on a server of the site, so that its limits count. Writing to this
  /// house's own disk does not.
  default boolean calls() {
    return true;
  }

  @Override
  default void close() {}
}
