package newsroom.enrichment.morgue;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// How things are called in an OpenSearch. Each form of documents and each model has indexes of its
/// own, so that an instance of another build neither writes to them nor takes them away.
///
/// @param index as it is set
/// @param model that reads headlines; empty where there is none
record ClusterNames(String index, String model) {

  /// Grows when documents change their form here but not in a Lucene index.
  private static final String FORM = Bookmark.FORM + ".2";

  /// Whoever asks, asks by this name; the index behind it may become another.
  String answering() {
    var named = model.isEmpty() ? "words" : model.toLowerCase(Locale.ROOT);
    return index + "-f" + FORM + "-" + named.replaceAll("[^a-z0-9.]+", ".");
  }

  /// What the names of indexes at this place begin with.
  String at(Cabinets.Place place) {
    return answering() + (place == Cabinets.Place.FIRST ? "-first-" : "-second-");
  }

  /// No two indexes ever have the same: who still writes to one that was taken away is refused.
  String another(Cabinets.Place place) {
    return at(place) + UUID.randomUUID().toString().substring(0, 8);
  }

  /// A second name of the same index, for writing: OpenSearch makes an index of any other name that
  /// is written to.
  static String writing(String name) {
    return name + "-in";
  }

  /// Where instances agree on who writes.
  String turns() {
    return index + "-turns";
  }

  /// Of any form and model, but of no other newsroom.
  Pattern ofThisNewsroom() {
    return Pattern.compile(
        "(?<form>" + Pattern.quote(index) + "-f[0-9.]+-[a-z0-9.]+)-(first|second)-[0-9a-f]{8}");
  }
}
