package newsroom.publish.delivery.carrying;

import newsroom.publish.story.ReadStory;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// The text of one version, as it came. All who carry it at the same time share it, and it is read
/// once.
final class Text {

  private final byte[] event;
  private volatile @Nullable Story story;

  Text(byte[] event) {
    this.event = event;
  }

  /// The story that it tells.
  Story story() {
    var read = story;
    if (read == null) {
      read = ReadStory.from(event);
      story = read;
    }
    return read;
  }
}
