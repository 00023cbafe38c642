package newsroom.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Predicate;

/// A folder for the processes of a run. Afterwards only what they printed stays in it.
///
/// @param path absolute
public record WorkFolder(Path path) implements AutoCloseable {

  /// An empty one; what was in it is gone.
  public static WorkFolder fresh(Path path) {
    try {
      if (Files.exists(path)) {
        delete(path, _ -> true);
      }
      return new WorkFolder(Files.createDirectories(path).toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + path, e);
    }
  }

  @Override
  public void close() {
    try {
      delete(path, file -> !file.toString().endsWith(Jvm.PRINTED));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + path, e);
    }
  }

  private static void delete(Path folder, Predicate<Path> which) throws IOException {
    try (var entries = Files.list(folder)) {
      for (var entry : entries.toList()) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          delete(entry, which);
        } else if (which.test(entry)) {
          Files.delete(entry);
        }
      }
    }
    try (var left = Files.list(folder)) {
      if (left.findAny().isEmpty()) {
        Files.delete(folder);
      }
    }
  }
}
