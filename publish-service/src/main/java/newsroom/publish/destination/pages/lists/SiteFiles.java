package newsroom.publish.destination.pages.lists;

import java.io.IOException;

/// The files of a site, by their paths below its root.
public interface SiteFiles {

  /// Writes a file whole, unless it says so already.
  void write(String path, byte[] bytes) throws IOException;

  /// Removes a file, and the folders above it in which nothing else lies.
  void remove(String path) throws IOException;

  boolean has(String path);
}
