package newsroom.publish.delivery;

import java.time.Instant;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// What one version of a story says about being shown.
public record Word(
    Mark mark,
    Story.Status status,
    @Nullable Instant embargoedUntil,
    @Nullable Instant expires,
    Instant received) {

  static Word of(Story story) {
    var life = story.lifecycle();
    return new Word(
        story.mark(),
        life.status(),
        life.embargoedUntil(),
        life.expires(),
        story.origin().received());
  }

  boolean kills() {
    return status == Story.Status.CANCELED;
  }

  public boolean expiredAt(Instant now) {
    return expires != null && !expires.isAfter(now);
  }

  public boolean embargoedAt(Instant now) {
    return embargoedUntil != null && embargoedUntil.isAfter(now);
  }
}
