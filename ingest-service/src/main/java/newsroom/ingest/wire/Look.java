package newsroom.ingest.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says what the desk would make of a wire. Nothing is filed and nothing is kept.
public interface Look {

  /// One entry for each story, in the order of the wire: the fields of the schema's `Article`, or
  /// `part`, `spiked` and `reason`. Never empty.
  List<Map<String, Object>> at(Wire wire);

  /// An entry for what is no story.
  static Map<String, Object> spiked(String reason) {
    // in this order, as documented
    var entry = new LinkedHashMap<String, Object>();
    entry.put("spiked", true);
    entry.put("reason", reason);
    return entry;
  }
}
