package newsroom.local.filing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Wires that lie in files.
public final class Wires {

  private static final Comparator<Path> BY_NAME =
      Comparator.comparing((Path path) -> String.valueOf(path.getFileName()))
          .thenComparing(path -> path);

  private Wires() {}

  /// The file itself, or every file below the folder; by name, so that `01-…` comes before `02-…`
  /// whichever agency it is of.
  public static List<Path> in(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    try (var files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !isHidden(file) || file.equals(path))
          .sorted(BY_NAME)
          .toList();
    }
  }

  /// Which agency filed it: the name of the folder it lies in.
  public static String agency(Path file) {
    var folder =
        Objects.requireNonNull(file.toAbsolutePath().normalize().getParent()).getFileName();
    return folder == null ? "unknown" : folder.toString();
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".") || file.toString().endsWith(".md");
  }
}
