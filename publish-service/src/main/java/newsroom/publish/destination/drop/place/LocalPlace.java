package newsroom.publish.destination.drop.place;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A folder on this machine, or one that is mounted here.
record LocalPlace(Path folder) implements Place, Place.Visit {

  @Override
  public Visit open() throws IOException {
    try {
      Files.createDirectories(folder);
      return this;
    } catch (FileSystemException e) {
      throw unwritable(e);
    }
  }

  /// On the disk before it is named: a partner who saw the name has the file, whatever the power
  /// does.
  @Override
  public void write(String name, byte[] bytes) throws IOException {
    try (var file =
        FileChannel.open(
            folder.resolve(name),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(true);
    } catch (FileSystemException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void rename(String name, String newName) throws IOException {
    Files.move(folder.resolve(name), folder.resolve(newName), StandardCopyOption.ATOMIC_MOVE);
  }

  private IOException unwritable(FileSystemException e) {
    return new IOException(
        "the folder cannot be written (" + e.getMessage() + "); give it room and rights", e);
  }

  @Override
  public void close() {}

  @Override
  public String toString() {
    return folder.toString();
  }
}
