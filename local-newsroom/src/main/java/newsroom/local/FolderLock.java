package newsroom.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps a second newsroom off the same folder. The operating system lets go of it when the process
/// ends, however it ends.
record FolderLock(FileChannel channel) implements AutoCloseable {

  static FolderLock of(Path data) throws IOException {
    Files.createDirectories(data);
    var channel = FileChannel.open(data.resolve(".lock"), CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        return new FolderLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // of this very process
    }
    channel.close();
    throw new IOException(
        "a newsroom is open in "
            + data
            + " already: stop it, or start with --data DIR for another");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
