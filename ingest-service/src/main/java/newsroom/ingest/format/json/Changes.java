package newsroom.ingest.format.json;

import java.util.List;
import java.util.Locale;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;

/// What a version is, by IPTC's signals and by the words that the JSON formats have for them.
public final class Changes {

  private Changes() {}

  /// Reads `sig:correction`, `http://cv.iptc.org/newscodes/signal/update`, `Correction`, `Lead`.
  ///
  /// @param replaces whether it says that it replaces another item
  public static Change of(Status status, List<String> signals, boolean replaces) {
    if (status == Status.CANCELED) {
      return Change.KILL;
    }
    var change = replaces ? Change.UPDATE : Change.NEW;
    for (var signal : signals) {
      switch (signal.toLowerCase(Locale.ROOT).replaceFirst("^.*[:/#]", "")) {
        case "correction", "corrected", "corrective" -> {
          return Change.CORRECTION;
        }
        case "update", "updated", "lead", "writethru" -> change = Change.UPDATE;
        default -> {}
      }
    }
    return change;
  }
}
