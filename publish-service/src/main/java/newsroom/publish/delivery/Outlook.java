package newsroom.publish.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a destination stands towards being carried to.
///
/// @param until when it will be looked at again; null where that is not known
/// @param reason a sentence that an operator can act on; null where there is nothing to say
public record Outlook(State state, @Nullable Instant until, @Nullable String reason) {

  public static final Outlook WELL = new Outlook(State.WELL, null, null);

  /// The states, the worst last.
  public enum State {
    /// What is due is carried.
    WELL,
    /// It asked to be left alone for a while.
    QUIET,
    /// It failed so often that only a probe goes there now and then.
    CIRCUIT_OPEN,
    /// Nothing is carried there until somebody says so.
    DISABLED
  }

  /// Knows how each destination stands.
  @FunctionalInterface
  public interface Outlooks {

    /// Of one that nobody knows: well.
    Outlook of(String destination);
  }
}
