package newsroom.ingest.format.feed;

import java.util.List;
import newsroom.ingest.copy.Addresses;
import org.jspecify.annotations.Nullable;

/// Where the terms stand under which an entry may be used.
final class Licence {

  private Licence() {}

  static @Nullable String of(Entry entry) {
    for (var name : List.of("license", "licence")) {
      for (var licence : entry.any(name)) {
        var written =
            licence.hasAttr("rdf:resource") ? licence.attr("rdf:resource") : licence.text();
        var address = Addresses.web(written, null);
        if (address != null) {
          return address;
        }
      }
    }
    for (var link : entry.any("link")) {
      if (link.attr("rel").equals("license")) {
        return entry.address(link, link.attr("href"));
      }
    }
    return null;
  }
}
