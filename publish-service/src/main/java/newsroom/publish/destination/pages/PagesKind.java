package newsroom.publish.destination.pages;

import static newsroom.publish.destination.outbound.SiteSettings.check;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.publish.destination.Destination;
import newsroom.publish.destination.DestinationKind;
import newsroom.publish.destination.Shelf;
import newsroom.publish.destination.outbound.Passage;
import newsroom.publish.destination.outbound.SiteSettings;
import newsroom.publish.destination.pages.lists.Lists;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.watch.Loops;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens folders of pages.
@Component
class PagesKind implements DestinationKind {

  private static final Set<String> KNOWN =
      Stream.concat(Stream.of("folder", "hub"), Passage.SETTINGS.stream())
          .collect(Collectors.toUnmodifiableSet());

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
    var _ = SiteSettings.of(settings, "pages", KNOWN);
    sections(masthead);
    var folder = new Folder(folder(settings), masthead);
    var passage = Passage.of(settings);
    var hub = new Hub(hub(settings, passage), passage);
    var lists = desk.of(new Lists.Site(name, masthead, shelf, folder));
    var listings =
        new Listings(
            folder, masthead, renditions, shelf, clock, new Listings.Surroundings(lists, hub));
    return new StaticPages(
        folder, masthead, renditions, listings, new Background(name, listings, lists, hub, loops));
  }

  private static void sections(Masthead masthead) {
    for (var section : masthead.sections()) {
      var first = section.path().split("/", 2)[0];
      if (Folder.OWN.contains(first)) {
        throw new IllegalArgumentException(
            "the section with the path "
                + section.path()
                + " cannot be: "
                + first
                + " is the name of a folder that pages need for themselves");
      }
    }
  }

  private static @Nullable URI hub(Map<String, String> settings, Passage passage) {
    String hub = settings.getOrDefault("hub", "");
    if (hub.isBlank()) {
      check(!passage.trust().own(), "ca says nothing without a hub");
      return null;
    }
    String address = WebAddress.of(hub);
    check(address != null, "hub must be an address like https://hub.example.org/, not " + hub);
    return URI.create(address);
  }

  private static Path folder(Map<String, String> settings) {
    String folder = settings.getOrDefault("folder", "");
    check(!folder.isBlank(), "folder is missing: say where the pages are to lie");
    try {
      Path path = Path.of(folder).toAbsolutePath().normalize();
      check(!Files.exists(path) || Files.isDirectory(path), "folder is a file: " + path);
      return path;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("folder is no path: " + e.getMessage(), e);
    }
  }
}
