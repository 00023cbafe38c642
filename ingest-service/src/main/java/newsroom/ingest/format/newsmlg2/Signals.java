package newsroom.ingest.format.newsmlg2;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import newsroom.ingest.copy.Copy.Change;
import newsroom.ingest.copy.Copy.Status;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads what the agency says about a version: its signals as they are written, the change that
/// they mean in plain words (as IPTC's `sig:correction` and `sig:update`; what an agency's own
/// codes mean says its profile), and the items that this one takes the place of.
final class Signals {

  /// Relations of IPTC's item relation codes, and their usual short forms, that say that this item
  /// takes the place of another one or goes on from it. Others, as `seeAlso` or `derivedFrom`, name
  /// items that stand beside it.
  private static final Set<String> TAKES_ITS_PLACE =
      Set.of("previousversion", "prevversion", "evolvedfrom", "replaces", "corrects", "supersedes");

  private final List<Element> signals;
  private final List<Element> links;

  Signals(@Nullable Element itemMeta) {
    this.signals = Tree.children(itemMeta, "signal");
    this.links = Tree.children(itemMeta, "link");
  }

  List<String> all() {
    return signals.stream()
        .map(signal -> Plain.first(Localised.code(signal), signal.attr("literal")))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  Change change(Status status) {
    if (status == Status.CANCELED) {
      return Change.KILL;
    }
    var change = Change.NEW;
    for (var signal : all()) {
      var said = change(Localised.local(signal));
      if (said == Change.CORRECTION) {
        return said;
      }
      change = said == Change.UPDATE ? said : change;
    }
    return change;
  }

  /// The guids of those that this item takes the place of.
  ///
  /// @param guid its own: earlier versions under the same one need no word
  List<String> replaces(String guid) {
    return links.stream()
        .filter(
            link ->
                TAKES_ITS_PLACE.contains(
                    Localised.local(
                        link.attr("rel").isBlank() ? link.attr("reluri") : link.attr("rel"))))
        .map(link -> Plain.first(link.attr("residref"), link.attr("href")))
        .filter(Objects::nonNull)
        .filter(other -> !other.equals(guid))
        .distinct()
        .toList();
  }

  private static Change change(String word) {
    return switch (word) {
      case "correction", "corrected" -> Change.CORRECTION;
      case "update", "updated", "replace", "supplement" -> Change.UPDATE;
      default -> Change.NEW;
    };
  }
}
