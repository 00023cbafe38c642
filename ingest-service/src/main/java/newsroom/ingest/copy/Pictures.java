package newsroom.ingest.copy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The pictures of one story while it is read. A picture that is named twice, beside the text and
/// in it, is one.
public final class Pictures {

  private final List<Picture> pictures = new ArrayList<>();
  private final Map<String, String> idByAddress = new HashMap<>();

  /// Adds a picture and gives its id; null when none of its renditions can be shown.
  ///
  /// @param base what relative addresses are relative to
  public @Nullable String add(
      @Nullable String caption,
      @Nullable String credit,
      @Nullable String altText,
      List<Picture.Rendition> renditions,
      @Nullable String base) {
    var shown =
        renditions.stream()
            .map(rendition -> absolute(rendition, base))
            .filter(Objects::nonNull)
            .distinct()
            .sorted(Comparator.comparingLong(Pictures::size).reversed())
            .toList();
    if (shown.isEmpty()) {
      return null;
    }
    for (var rendition : shown) {
      var known = idByAddress.get(rendition.href());
      if (known != null) {
        return known;
      }
    }
    var id = "picture-" + (pictures.size() + 1);
    pictures.add(
        new Picture(id, Plain.text(caption), Plain.text(credit), Plain.text(altText), shown));
    shown.forEach(rendition -> idByAddress.put(rendition.href(), id));
    return id;
  }

  /// In the order they were added.
  public List<Picture> all() {
    return List.copyOf(pictures);
  }

  private static Picture.@Nullable Rendition absolute(
      Picture.Rendition rendition, @Nullable String base) {
    var address = Addresses.web(rendition.href(), base);
    return address == null
        ? null
        : new Picture.Rendition(
            rendition.name(), address, rendition.mimeType(), rendition.width(), rendition.height());
  }

  private static long size(Picture.Rendition rendition) {
    var width = rendition.width();
    var height = rendition.height();
    return (width == null ? 0L : width) * (height == null ? 1L : height);
  }
}
