package newsroom.ingest.channel.pull;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A folder on another's server, while connected.
public interface Remote extends AutoCloseable {

  /// A file as the server lists it.
  ///
  /// @param modified as the server has it; only to be compared with what it said before, where a
  ///     server does not say its zone
  /// @param exact whether `modified` is a moment in time
  record RemoteFile(String name, long size, Instant modified, boolean exact) {}

  /// The files in the folder.
  List<RemoteFile> list() throws IOException;

  /// The file as it is now; null when it is no longer there.
  @Nullable RemoteFile look(String name) throws IOException;

  /// All of the file.
  ///
  /// @throws FileRefused when it cannot be had, or has more bytes than the limit
  byte[] read(String name, long limit) throws IOException;

  /// Moves the file.
  ///
  /// @param folder beside the files, made where it is missing
  /// @throws FileRefused when the server does not let it
  void move(String name, String folder, String newName) throws IOException;

  /// Deletes the file.
  ///
  /// @throws FileRefused when the server does not let it
  void delete(String name) throws IOException;

  @Override
  void close();

  /// Opens the way to a folder.
  interface Door {

    /// Connects.
    Remote open() throws IOException;
  }

  /// The server refuses this one file; the others may still be had.
  final class FileRefused extends IOException {

    public FileRefused(String sentence) {
      super(sentence);
    }

    public FileRefused(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }
}
