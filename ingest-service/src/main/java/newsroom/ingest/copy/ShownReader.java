package newsroom.ingest.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads what is shown among the text: pictures of HTML and NITF, and embeds, of which only the
/// address is kept.
final class ShownReader {

  /// Scripts of lazily loading pages look for the address here.
  private static final List<String> SOURCES =
      List.of("src", "data-src", "data-original", "data-lazy-src");

  private final @Nullable String base;
  private final Pictures pictures;

  ShownReader(@Nullable String base, Pictures pictures) {
    this.base = base;
    this.pictures = pictures;
  }

  /// The figure or embed; null when there is nothing that can be shown.
  @Nullable Block read(Element element, String name) {
    return switch (name) {
      case "img", "amp-img" -> figure(picture(element, null));
      case "figure" -> figure(element);
      case "media" -> media(element);
      default -> embed(element);
    };
  }

  private @Nullable Block figure(Element figure) {
    if (figure.selectFirst("figure figure") != null) {
      return null;
    }
    var image = figure.selectFirst("img, amp-img");
    var captioned = figure.selectFirst("figcaption");
    if (image == null) {
      var frame = captioned == null ? figure.selectFirst("iframe, video, audio, embed") : null;
      return frame == null || !figure.text().isBlank() ? null : embed(frame);
    }
    var several = figure.select("img, amp-img").size() > 1;
    var texts = captioned == null && !figure.select("p, blockquote, table, iframe").isEmpty();
    return several || texts
        ? null
        : figure(picture(image, captioned == null ? null : captioned.text()));
  }

  private @Nullable String picture(Element image, @Nullable String caption) {
    if (dot(pixels(image, "width")) || dot(pixels(image, "height"))) {
      return null; // counts readers
    }
    var address =
        SOURCES.stream()
            .map(image::attr)
            .filter(source -> Addresses.web(source, base) != null)
            .findFirst()
            .orElse("");
    var rendition =
        new Picture.Rendition(
            "original", address, null, pixels(image, "width"), pixels(image, "height"));
    return pictures.add(caption, null, image.attr("alt"), List.of(rendition), base);
  }

  private @Nullable Block media(Element media) {
    var type = media.attr("media-type");
    var renditions = new ArrayList<Picture.Rendition>();
    for (var reference : media.select("media-reference")) {
      var mime = Plain.text(reference.attr("mime-type"));
      var image =
          mime == null
              ? type.isEmpty() || type.equals("image") || type.equals("photo")
              : mime.startsWith("image/");
      if (image) {
        var name = Plain.first(reference.attr("name"), "original");
        renditions.add(
            new Picture.Rendition(
                name == null ? "original" : name,
                reference.attr("source"),
                mime,
                pixels(reference, "width"),
                pixels(reference, "height")));
      }
    }
    var caption = Plain.first(media.select("> media-caption, > caption").text());
    var credit = Plain.first(media.select("> media-producer, > credit").text());
    var alt = media.select("media-reference[alternate-text]").attr("alternate-text");
    var picture = figure(pictures.add(caption, credit, alt, renditions, base));
    return picture != null || !renditions.isEmpty() ? picture : video(media);
  }

  private @Nullable Block video(Element media) {
    return media.select("media-reference").stream()
        .map(reference -> Addresses.web(reference.attr("source"), base))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(
            address -> new Block.Embed(address, Plain.text(media.select("> media-caption").text())))
        .orElse(null);
  }

  private @Nullable Block embed(Element element) {
    var sources = Stream.concat(Stream.of(element), element.select("source").stream());
    return sources
        .map(source -> Addresses.web(source.attr("src"), base))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(address -> new Block.Embed(address, Plain.text(element.attr("title"))))
        .orElse(null);
  }

  private static boolean dot(@Nullable Integer pixels) {
    return pixels != null && pixels < 3;
  }

  private static @Nullable Block figure(@Nullable String picture) {
    return picture == null ? null : new Block.Figure(picture);
  }

  private static @Nullable Integer pixels(Element element, String attribute) {
    var value = element.attr(attribute).replaceFirst("px$", "");
    return value.matches("\\d{1,6}") ? Integer.valueOf(value) : null;
  }
}
