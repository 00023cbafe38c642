package newsroom.publish.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A picture that belongs to a story.
///
/// @param id unique within its story
/// @param altText what the picture shows, for readers who cannot see it
/// @param renditions the largest first
public record Picture(
    String id,
    @Nullable String caption,
    @Nullable String credit,
    @Nullable String altText,
    List<Rendition> renditions) {

  /// One size of a picture.
  ///
  /// @param name ninjs rendition name, as `original`, `baseimage`, `thumbnail`
  /// @param width pixels
  /// @param height pixels
  public record Rendition(
      String name,
      String href,
      @Nullable String mimeType,
      @Nullable Integer width,
      @Nullable Integer height) {}
}
