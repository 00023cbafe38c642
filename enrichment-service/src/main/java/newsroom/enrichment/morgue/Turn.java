package newsroom.enrichment.morgue;

import java.io.Closeable;
import java.io.IOException;

/// The time during which an instance may write to cabinets that it shares with others.
@FunctionalInterface
interface Turn extends Closeable {

  /// Goes on with it.
  ///
  /// @param now how the morgue is, for those who wait for their turn
  /// @throws IOException when it is over, because another instance has begun
  void keep(Morgue.State now) throws IOException;

  /// Lets others have theirs.
  @Override
  default void close() throws IOException {}
}
