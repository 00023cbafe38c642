package newsroom.publish.rendition.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Picture.Rendition;
import org.jspecify.annotations.Nullable;

/// A picture as a page shows it.
///
/// @param src the size for readers whose browser cannot choose
/// @param srcset all sizes to choose from; null where there is no choice
public record Illustration(
    String src,
    @Nullable String srcset,
    @Nullable Integer width,
    @Nullable Integer height,
    String alt,
    @Nullable String caption,
    @Nullable String credit) {

  /// The picture in about this width; null where the web cannot reach it.
  public static @Nullable Illustration of(@Nullable Picture picture, int wide) {
    if (picture == null) {
      return null;
    }
    List<Rendition> sizes = sizes(picture);
    if (sizes.isEmpty()) {
      return null;
    }
    Rendition best = best(sizes, wide);
    return new Illustration(
        best.href(),
        srcset(sizes),
        best.height() == null ? null : best.width(),
        best.width() == null ? null : best.height(),
        alt(picture),
        blankless(picture.caption()),
        blankless(picture.credit()));
  }

  private static List<Rendition> sizes(Picture picture) {
    return picture.renditions().stream()
        .mapMulti(
            (Rendition size, java.util.function.Consumer<Rendition> web) -> {
              String href = WebAddress.of(size.href());
              boolean still = size.mimeType() == null || size.mimeType().startsWith("image/");
              if (href != null && still) {
                web.accept(
                    new Rendition(
                        size.name(),
                        href,
                        size.mimeType(),
                        positive(size.width()),
                        positive(size.height())));
              }
            })
        .toList();
  }

  private static Rendition best(List<Rendition> sizes, int wide) {
    Rendition best = sizes.getFirst();
    for (Rendition size : sizes) {
      Integer width = size.width();
      Integer bestWidth = best.width();
      if (width != null && width >= wide && (bestWidth == null || width < bestWidth)) {
        best = size;
      }
    }
    return best;
  }

  private static @Nullable String srcset(List<Rendition> sizes) {
    Map<Integer, String> byWidth = new LinkedHashMap<>();
    for (Rendition size : sizes) {
      if (size.width() != null) {
        byWidth.putIfAbsent(size.width(), size.href().replace(",", "%2C"));
      }
    }
    return byWidth.size() < 2
        ? null
        : byWidth.entrySet().stream()
            .map(size -> size.getValue() + " " + size.getKey() + "w")
            .collect(Collectors.joining(", "));
  }

  private static String alt(Picture picture) {
    String alt = blankless(picture.altText());
    String caption = blankless(picture.caption());
    return alt != null ? alt : caption != null ? caption : "";
  }

  private static @Nullable String blankless(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable Integer positive(@Nullable Integer pixels) {
    return pixels != null && pixels > 0 ? pixels : null;
  }
}
