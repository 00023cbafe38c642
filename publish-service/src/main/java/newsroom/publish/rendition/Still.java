package newsroom.publish.rendition;

import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// The picture that leads a story, in its largest size, as feeds and machines take it.
public record Still(
    String href,
    @Nullable String mimeType,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable String caption,
    @Nullable String credit) {

  /// The lead picture; null where there is none that the web can reach.
  public static @Nullable Still lead(Story story) {
    for (Picture picture : story.pictures()) {
      if (picture.id().equals(story.leadPicture())) {
        return of(picture);
      }
    }
    return null;
  }

  private static @Nullable Still of(Picture picture) {
    for (Picture.Rendition size : picture.renditions()) {
      String href = WebAddress.of(size.href());
      if (href != null) {
        return new Still(
            href,
            size.mimeType(),
            size.width(),
            size.height(),
            picture.caption(),
            picture.credit());
      }
    }
    return null;
  }
}
