package newsroom.publish.destination.pages;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.destination.Shelf;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.watch.Loops;
import org.springframework.stereotype.Component;

/// Opens folders of pages.
@Component
class PagesKind implements DestinationKind {

  private final Renditions renditions;
  private final Clock clock;
  private final Loops loops;

  PagesKind(Renditions renditions, Clock clock, Loops loops) {
    this.renditions = renditions;
    this.clock = clock;
    this.loops = loops;
  }

  @Override
  public String kind() {
    return "pages";
  }

  @Override
  public Destination open(
      String name, Masthead masthead, Map<String, String> settings, Shelf shelf) {
    var folder = new Folder(folder(name, settings), masthead);
    var listings = new Listings(folder, masthead, renditions, shelf, clock);
    return new StaticPages(
        folder, masthead, renditions, listings, new Flusher(name, listings, loops));
  }

  private static Path folder(String name, Map<String, String> settings) {
    String folder = settings.getOrDefault("folder", "");
    if (folder.isBlank()) {
      throw new IllegalArgumentException(
          name + " has no setting `folder`: say where its pages are to lie.");
    }
    try {
      Path path = Path.of(folder).toAbsolutePath().normalize();
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new IllegalArgumentException(
            name + " has a setting `folder` that is a file: " + path + ".");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          name + " has a setting `folder` that is no path: " + e.getMessage(), e);
    }
  }
}
