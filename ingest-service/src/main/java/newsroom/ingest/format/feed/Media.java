package newsroom.ingest.format.feed;

import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.copy.Picture.Rendition;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the pictures that hang on an entry: Media RSS, enclosures, links to enclosures.
final class Media {

  private static final String MODULE = "http://search.yahoo.com/mrss";

  private final Entry entry;
  private final Element element;
  private final Pictures pictures;

  Media(Element element, Pictures pictures) {
    this.entry = new Entry(element);
    this.element = element;
    this.pictures = pictures;
  }

  /// The id of the first picture; null when there is none.
  @Nullable String read() {
    String lead = null;
    for (var group : entry.of(MODULE, "group")) {
      var renditions =
          Tree.children(group, "content").stream()
              .filter(Media::isPicture)
              .map(Media::rendition)
              .toList();
      lead = first(lead, add(group, renditions));
    }
    for (var content : entry.of(MODULE, "content")) {
      lead = first(lead, isPicture(content) ? add(content, List.of(rendition(content))) : null);
    }
    for (var enclosure : entry.own("enclosure")) {
      lead =
          first(lead, isPicture(enclosure) ? add(enclosure, List.of(rendition(enclosure))) : null);
    }
    for (var link : Tree.children(element, "link")) {
      var attached = link.attr("rel").equals("enclosure") && isPicture(link);
      lead = first(lead, attached ? add(link, List.of(rendition(link))) : null);
    }
    return lead == null ? thumbnail() : lead;
  }

  private @Nullable String thumbnail() {
    var thumbnails = new ArrayList<>(entry.of(MODULE, "thumbnail"));
    for (var parent : element.children()) {
      thumbnails.addAll(
          parent.tag().namespace().startsWith(MODULE)
              ? Tree.children(parent, "thumbnail")
              : List.of());
    }
    return thumbnails.isEmpty() ? null : add(element, List.of(rendition(thumbnails.getFirst())));
  }

  private @Nullable String add(Element around, List<Rendition> renditions) {
    return pictures.add(
        said(around, "description"),
        said(around, "credit"),
        said(around, "title"),
        renditions,
        entry.base(around));
  }

  /// Words about a picture stand in its element or beside it.
  private @Nullable String said(Element around, String name) {
    var inside = new Entry(around).of(MODULE, name);
    return Entry.text(inside.isEmpty() ? entry.of(MODULE, name) : inside);
  }

  private static @Nullable String first(@Nullable String lead, @Nullable String next) {
    return lead == null ? next : lead;
  }

  private static boolean isPicture(Element media) {
    var type = media.attr("type");
    return media.attr("medium").equals("image")
        || type.startsWith("image/")
        || (type.isEmpty()
            && media.attr("medium").isEmpty()
            && (media.attr("url") + media.attr("href"))
                .matches("(?i).*\\.(jpe?g|png|gif|webp|avif)([?#].*)?"));
  }

  private static Rendition rendition(Element media) {
    return new Rendition(
        Tree.name(media).equals("thumbnail") ? "thumbnail" : "original",
        media.hasAttr("url") ? media.attr("url") : media.attr("href"),
        Plain.text(media.attr("type")),
        Numbers.pixels(media.attr("width")),
        Numbers.pixels(media.attr("height")));
  }
}
