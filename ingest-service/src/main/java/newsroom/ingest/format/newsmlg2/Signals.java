package newsroom.ingest.format.newsmlg2;

import java.util.Locale;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Knows what the agency says about a version: IPTC's `sig:correction` and `sig:update`, and the
/// words and letters that agencies use in vocabularies of their own.
final class Signals {

  private Signals() {}

  static Change change(@Nullable Element itemMeta, Status status) {
    if (status == Status.CANCELED) {
      return Change.KILL;
    }
    var change = Change.NEW;
    for (var signal : Tree.children(itemMeta, "signal")) {
      var code = Localised.code(signal);
      var said = code == null ? Change.NEW : change(code.toLowerCase(Locale.ROOT));
      if (said == Change.CORRECTION) {
        return said;
      }
      change = said == Change.UPDATE ? said : change;
    }
    return change;
  }

  private static Change change(String code) {
    return switch (code.replaceFirst("^.*[:/]", "")) {
      case "correction", "corrected" -> Change.CORRECTION;
      case "update", "updated", "replace", "supplement" -> Change.UPDATE;
      case "c" -> code.startsWith("edstat:") ? Change.CORRECTION : Change.NEW;
      case "u" -> code.startsWith("edstat:") ? Change.UPDATE : Change.NEW;
      default -> code.startsWith("update:") ? Change.UPDATE : Change.NEW;
    };
  }
}
