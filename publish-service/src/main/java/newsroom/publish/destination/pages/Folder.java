package newsroom.publish.destination.pages;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import newsroom.publish.destination.pages.lists.SiteFiles;
import newsroom.publish.rendition.Masthead;
import org.jspecify.annotations.Nullable;

/// The folder of a site. A file is there whole or not at all; nothing is written outside.
///
/// A file is not forced to the disk: after a power cut the ledger carries again what matters, and
/// forcing costs more than all the rest of a page.
final class Folder implements SiteFiles {

  /// Folders at the root that are no story's or section's.
  static final Set<String> OWN = Set.of("assets", "topic", "author", "archive");

  private final Path root;
  private final Masthead masthead;
  // tells the half-written files of two processes apart
  private final String mine = "." + UUID.randomUUID().toString().substring(0, 8) + ".tmp";

  Folder(Path root, Masthead masthead) {
    this.root = root;
    this.masthead = masthead;
  }

  /// The folder of the story with this address; null where the address is no place for a story of
  /// this site.
  @Nullable Path of(URI address) {
    URI home = masthead.address();
    String path = address.getPath();
    boolean inside =
        home.getScheme().equalsIgnoreCase(address.getScheme())
            && home.getRawAuthority().equalsIgnoreCase(address.getRawAuthority())
            && path.startsWith(home.getPath());
    if (!inside) {
      return null;
    }
    String below = path.substring(home.getPath().length()).replaceFirst("^/", "");
    String bare = below.endsWith("/") ? below.substring(0, below.length() - 1) : below;
    return reserved(bare) ? null : below(bare);
  }

  /// A file of the site by its path below the root.
  Path file(String path) {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new IllegalArgumentException(path + " leads out of " + root + ": rename the section.");
    }
    return file;
  }

  void write(Path file, byte[] bytes) throws IOException {
    Path half = file.resolveSibling("." + file.getFileName() + mine);
    try {
      fill(half, bytes);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      sweep(half, e);
      throw e;
    }
  }

  private static void fill(Path half, byte[] bytes) throws IOException {
    try {
      Files.write(half, bytes);
    } catch (NoSuchFileException firstInItsFolder) {
      Files.createDirectories(half.getParent());
      Files.write(half, bytes);
    }
  }

  private static void sweep(Path half, IOException cause) {
    try {
      Files.deleteIfExists(half);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /// Leaves a file that already says so, with its time, on which readers' caches rely.
  ///
  /// @return whether it said otherwise
  boolean writeChanged(Path file, byte[] bytes) throws IOException {
    boolean changed =
        !Files.isRegularFile(file)
            || Files.size(file) != bytes.length
            || !Arrays.equals(Files.readAllBytes(file), bytes);
    if (changed) {
      write(file, bytes);
    }
    return changed;
  }

  @Override
  public void write(String path, byte[] bytes) throws IOException {
    writeChanged(file(path), bytes);
  }

  @Override
  public void remove(String path) throws IOException {
    Path file = file(path);
    boolean emptied = Files.deleteIfExists(file);
    for (Path above = file.getParent();
        emptied && above != null && !above.equals(root);
        above = above.getParent()) {
      try {
        emptied = Files.deleteIfExists(above);
      } catch (DirectoryNotEmptyException otherPagesLieThere) {
        emptied = false;
      }
    }
  }

  @Override
  public boolean has(String path) {
    return Files.exists(file(path));
  }

  /// Whether the story at this address was taken down, by whomever.
  boolean gone(URI address) {
    Path story = of(address);
    return story == null || Files.exists(story.resolve(StaticPages.GONE));
  }

  private boolean reserved(String path) {
    return path.isEmpty()
        || OWN.contains(path.split("/", 2)[0])
        || masthead.sections().stream()
            .anyMatch(it -> it.path().equals(path) || path.startsWith(it.path() + "/page/"));
  }

  private @Nullable Path below(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.startsWith(".") || segment.indexOf('\\') >= 0) {
        return null;
      }
    }
    try {
      Path file = root.resolve(path).normalize();
      return file.startsWith(root) && !file.equals(root) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
