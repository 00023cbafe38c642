package newsroom.local.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/// Finds what a reader asks for, and nothing that lies elsewhere.
///
/// @param root the site's folder
record SiteFiles(Path root) {

  private static final String GONE = ".gone";

  /// What there is at an address.
  sealed interface Found {

    record Page(int status, Path file) implements Found {}

    record Elsewhere(String path) implements Found {}

    record Nothing(int status) implements Found {}
  }

  /// @param path of the address, percent-decoded, begins with `/`
  Found find(String path) throws IOException {
    if (!isDecent(path)) {
      return missing();
    }
    Path place;
    try {
      place = root.resolve(path.substring(1)).normalize();
    } catch (InvalidPathException e) {
      return missing();
    }
    if (!Files.exists(place) && Files.exists(place.resolveSibling(GONE))) {
      return new Found.Nothing(410);
    }
    if (!Files.exists(place) || !place.toRealPath().startsWith(root.toRealPath())) {
      return missing();
    }
    return Files.isDirectory(place) ? folder(path, place) : file(path, place);
  }

  private Found folder(String path, Path folder) {
    if (!path.endsWith("/")) {
      return new Found.Elsewhere(path + "/");
    }
    var index = folder.resolve("index.html");
    if (Files.exists(folder.resolve(GONE))) {
      return Files.exists(index) ? new Found.Page(410, index) : new Found.Nothing(410);
    }
    return Files.isRegularFile(index) ? new Found.Page(200, index) : missing();
  }

  private Found file(String path, Path file) {
    if (path.endsWith("/")) {
      return missing();
    }
    return new Found.Page(Files.exists(file.resolveSibling(GONE)) ? 410 : 200, file);
  }

  private Found missing() {
    var page = root.resolve("404.html");
    return Files.exists(page) ? new Found.Page(404, page) : new Found.Nothing(404);
  }

  /// No step up, no hidden file, no second spelling of the same address.
  private static boolean isDecent(String path) {
    return path.startsWith("/")
        && !path.contains("//")
        && path.indexOf('\\') < 0
        && path.indexOf('\0') < 0
        && Arrays.stream(path.split("/")).noneMatch(step -> step.startsWith("."));
  }
}
