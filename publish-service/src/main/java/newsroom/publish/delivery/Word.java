package newsroom.publish.delivery;

import java.time.Instant;
import java.util.Objects;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// What one version of a story says about being shown.
///
/// @param text what tells its text from another's
public record Word(
    Mark mark,
    Story.Status status,
    @Nullable Instant embargoedUntil,
    @Nullable Instant expires,
    Instant received,
    Text text) {

  /// What is known of the text.
  ///
  /// @param undated its agency gave it no date: the mark's time is when it came
  /// @param hash equal for equal texts; null where it is not known
  public record Text(boolean undated, @Nullable String hash) {}

  static Word of(Story story) {
    var life = story.lifecycle();
    return new Word(
        story.mark(),
        life.status(),
        life.embargoedUntil(),
        life.expires(),
        story.origin().received(),
        new Text(story.origin().filing().undated(), story.origin().filing().contentHash()));
  }

  boolean kills() {
    return status == Story.Status.CANCELED;
  }

  boolean undated() {
    return text.undated();
  }

  /// Whether this is the other one once more: it has come again without a date of its own. Renewed
  /// links of one version are no repetition.
  boolean repeats(Word other) {
    return undated()
        && text.hash() != null
        && text.hash().equals(other.text.hash())
        && status == other.status
        && Objects.equals(embargoedUntil, other.embargoedUntil)
        && Objects.equals(expires, other.expires)
        && !(mark.version() == other.mark.version() && mark.created().equals(other.mark.created()));
  }

  public boolean expiredAt(Instant now) {
    return expires != null && !expires.isAfter(now);
  }

  public boolean embargoedAt(Instant now) {
    return embargoedUntil != null && embargoedUntil.isAfter(now);
  }
}
