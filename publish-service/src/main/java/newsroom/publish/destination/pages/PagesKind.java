package newsroom.publish.destination.pages;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.destination.Shelf;
import newsroom.publish.destination.outbound.Guard;
import newsroom.publish.destination.pages.lists.Lists;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.watch.Loops;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens folders of pages.
@Component
class PagesKind implements DestinationKind {

  private final Renditions renditions;
  private final Lists.Desk desk;
  private final Clock clock;
  private final Loops loops;

  PagesKind(Renditions renditions, Lists.Desk desk, Clock clock, Loops loops) {
    this.renditions = renditions;
    this.desk = desk;
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
    sections(name, masthead);
    var folder = new Folder(folder(name, settings), masthead);
    var hub = new Hub(hub(name, settings), guard(settings));
    var lists = desk.of(new Lists.Site(name, masthead, shelf, folder));
    var listings =
        new Listings(
            folder, masthead, renditions, shelf, clock, new Listings.Surroundings(lists, hub));
    return new StaticPages(
        folder, masthead, renditions, listings, new Background(name, listings, lists, hub, loops));
  }

  private static void sections(String name, Masthead masthead) {
    for (var section : masthead.sections()) {
      var first = section.path().split("/", 2)[0];
      if (Folder.OWN.contains(first)) {
        throw new IllegalArgumentException(
            name
                + " has a section with the path "
                + section.path()
                + ": "
                + first
                + " is the name of a folder that pages need for themselves.");
      }
    }
  }

  private static @Nullable URI hub(String name, Map<String, String> settings) {
    String hub = settings.getOrDefault("hub", "");
    if (hub.isBlank()) {
      return null;
    }
    String address = WebAddress.of(hub);
    if (address == null) {
      throw new IllegalArgumentException(
          name + " has a setting `hub` that is no address like https://hub.example.org/: " + hub);
    }
    return URI.create(address);
  }

  private static Guard guard(Map<String, String> settings) {
    return new Guard(
        SystemDefaultDnsResolver.INSTANCE,
        Boolean.parseBoolean(settings.get("allow-loopback")),
        Boolean.parseBoolean(settings.get("allow-private")));
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
