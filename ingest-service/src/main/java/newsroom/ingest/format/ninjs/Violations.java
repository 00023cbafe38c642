package newsroom.ingest.format.ninjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newsroom.ingest.format.WireDate;
import newsroom.ingest.format.json.Keys;

/// What an item has that its schema does not allow. Such an item is read all the same; only the
/// sentence about one that cannot be read says it.
final class Violations {

  private static final Set<String> STATUSES = Set.of("usable", "withheld", "canceled");
  private static final List<String> DATES =
      List.of("versioncreated", "firstcreated", "embargoed", "embargoeduntil", "expires");
  private static final List<String> TEXTS = List.of("version", "headline", "title", "ednote");

  private final Keys keys;
  private final List<String> found = new ArrayList<>();

  Violations(Keys keys) {
    this.keys = keys;
  }

  /// The end of a sentence; empty where nothing is wrong.
  String sentence() {
    var status = keys.text("pubstatus");
    if (status != null && !STATUSES.contains(status)) {
      found.add("pubstatus is '" + status + "'");
    }
    var urgency = keys.text("urgency");
    if (urgency != null && !urgency.matches("[1-9]")) {
      found.add("urgency is '" + urgency + "'");
    }
    for (var key : DATES) {
      var date = keys.text(key);
      if (date != null && WireDate.parse(date) == null) {
        found.add(key + " is no date");
      }
    }
    for (var key : TEXTS) {
      var value = keys.node(key);
      if (value != null && !value.isString() && !value.isNull()) {
        found.add(key + " is no string");
      }
    }
    return found.isEmpty() ? "" : "; " + String.join(", ", found);
  }
}
