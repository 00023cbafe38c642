package newsroom.local.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Reads files of one kind.
interface Holdings {

  /// Reads what is in a file, in its order.
  ///
  /// @param read is told how many bytes of the file have been read, again and again
  void read(Path file, Consumer<Find> found, LongConsumer read) throws IOException;
}
