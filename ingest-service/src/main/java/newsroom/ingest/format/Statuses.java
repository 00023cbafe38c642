package newsroom.ingest.format;

import java.util.Locale;
import newsroom.ingest.copy.Copy.Status;
import org.jspecify.annotations.Nullable;

/// The publishing status in the words of the wires. Where a word says nothing, the story is usable,
/// as the standards have it; where it says something that nobody knows, the story is held.
public final class Statuses {

  private Statuses() {}

  /// Reads `usable`, `stat:withheld`, `http://cv.iptc.org/newscodes/pubstatusg2/canceled`.
  ///
  /// @param timed whether the wire says when an embargo ends; an embargo without an end holds the
  ///     story
  public static Status of(@Nullable String word, boolean timed) {
    if (word == null || word.isBlank()) {
      return Status.USABLE;
    }
    var local = word.strip().toLowerCase(Locale.ROOT).replaceFirst("^.*[:/#]", "");
    return switch (local) {
      case "usable" -> Status.USABLE;
      case "canceled", "cancelled" -> Status.CANCELED;
      case "embargoed" -> timed ? Status.USABLE : Status.WITHHELD;
      default -> Status.WITHHELD;
    };
  }
}
