package newsroom.ingest.format.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Picture.Rendition;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the pictures that hang on an entry: Media RSS, enclosures, links to enclosures, content
/// that is a picture, the picture of a podcast's episode.
final class Media {

  private static final String MODULE = "http://search.yahoo.com/mrss";
  private static final String ITUNES = "http://www.itunes.com/dtds/podcast";
  private static final Pattern FILE =
      Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|webp|avif)(?:[?#].*)?");

  private final Entry entry;
  private final Pictures pictures;
  private @Nullable String lead;

  Media(Entry entry, Pictures pictures) {
    this.entry = entry;
    this.pictures = pictures;
  }

  /// The id of the first picture; null when there is none.
  @Nullable String read() {
    entry.of(MODULE, "group").forEach(this::group);
    entry.of(MODULE, "content").forEach(content -> group(content, List.of(content)));
    alone(entry.own("enclosure"));
    alone(entry.any("link").stream().filter(link -> link.attr("rel").equals("enclosure")).toList());
    alone(entry.own("content").stream().filter(content -> content.hasAttr("src")).toList());
    if (lead == null) {
      thumbnails();
    }
    if (lead == null) {
      entry.own("image").forEach(this::image);
      entry.of(ITUNES, "image").forEach(this::image);
    }
    return lead;
  }

  /// Adds a picture that is known only by its address.
  @Nullable String add(String address) {
    return add(entry.element(), List.of(new Rendition("original", address, null, null, null)));
  }

  private void group(Element group) {
    group(group, Tree.children(group, "content"));
  }

  private void group(Element around, List<Element> contents) {
    var renditions = contents.stream().filter(Media::isPicture).map(Media::rendition).toList();
    if (!renditions.isEmpty()) {
      add(around, renditions);
    }
  }

  private void alone(List<Element> elements) {
    elements.stream()
        .filter(Media::isPicture)
        .forEach(picture -> add(picture, List.of(rendition(picture))));
  }

  private void thumbnails() {
    var thumbnails = new ArrayList<>(entry.of(MODULE, "thumbnail"));
    for (var around : List.of("group", "content")) {
      entry
          .of(MODULE, around)
          .forEach(content -> thumbnails.addAll(Tree.children(content, "thumbnail")));
    }
    if (!thumbnails.isEmpty()) {
      add(entry.element(), List.of(rendition(thumbnails.getFirst())));
    }
  }

  /// An address in an attribute, as the text, or in a `url` inside.
  private void image(Element image) {
    var inside = Tree.text(image, "url");
    var address = Plain.first(image.attr("href"), image.attr("url"), inside, image.ownText());
    if (address != null) {
      add(image, List.of(new Rendition("original", address, null, null, null)));
    }
  }

  private @Nullable String add(Element around, List<Rendition> renditions) {
    var id =
        pictures.add(
            said(around, "description"),
            said(around, "credit"),
            said(around, "title"),
            renditions,
            entry.base(around));
    lead = lead == null ? id : lead;
    return id;
  }

  /// Words about a picture stand in its element, in the group around it, or beside it.
  private @Nullable String said(Element around, String name) {
    var inside = within(around, name);
    return Entry.text(inside.isEmpty() ? entry.of(MODULE, name) : inside);
  }

  private static List<Element> within(Element around, String name) {
    var own = mediaChildren(around, name);
    return own.isEmpty()
        ? Tree.children(around, "content").stream()
            .flatMap(content -> mediaChildren(content, name).stream())
            .toList()
        : own;
  }

  private static List<Element> mediaChildren(Element around, String name) {
    return Tree.children(around, name).stream()
        .filter(child -> child.tag().namespace().startsWith(MODULE))
        .toList();
  }

  private static boolean isPicture(Element media) {
    var type = media.attr("type");
    var medium = media.attr("medium");
    return medium.equals("image")
        || type.startsWith("image/")
        || (type.isEmpty() && medium.isEmpty() && FILE.matcher(address(media)).matches());
  }

  private static String address(Element media) {
    return media.hasAttr("url")
        ? media.attr("url")
        : media.attr(media.hasAttr("href") ? "href" : "src");
  }

  private static Rendition rendition(Element media) {
    return new Rendition(
        Tree.name(media).equals("thumbnail") ? "thumbnail" : "original",
        address(media),
        Plain.text(media.attr("type")),
        Numbers.pixels(media.attr("width")),
        Numbers.pixels(media.attr("height")));
  }
}
