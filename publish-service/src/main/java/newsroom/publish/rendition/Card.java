package newsroom.publish.rendition;

import java.net.URI;
import java.time.Instant;
import newsroom.publish.story.Picture;
import org.jspecify.annotations.Nullable;

/// A story as lists of stories know it, without its text.
///
/// @param place where it happened
/// @param picture the one that leads the story
/// @param updated when this site first showed this version; null for the first version
public record Card(
    String uri,
    URI address,
    Masthead.Section section,
    @Nullable String place,
    Title title,
    @Nullable Picture picture,
    Instant posted,
    @Nullable Instant updated) {

  /// What stands on it.
  ///
  /// @param language of the headline, BCP 47
  public record Title(String headline, @Nullable String summary, String language) {}

  /// The card of a page.
  public static Card of(Page page) {
    var story = page.story();
    var headlines = story.headlines();
    return new Card(
        story.uri(),
        page.address(),
        page.section(),
        place(page),
        new Title(headlines.headline(), headlines.summary(), headlines.language()),
        story.pictures().stream()
            .filter(picture -> picture.id().equals(story.leadPicture()))
            .findFirst()
            .orElse(null),
        page.posted(),
        page.updated());
  }

  private static @Nullable String place(Page page) {
    var subjects = page.story().subjects();
    var located = subjects.located();
    if (located == null && !subjects.places().isEmpty()) {
      located = subjects.places().getFirst();
    }
    return located == null || located.name().isBlank() ? null : located.name();
  }

  /// When it last changed for readers.
  public Instant changed() {
    return updated == null ? posted : updated;
  }
}
