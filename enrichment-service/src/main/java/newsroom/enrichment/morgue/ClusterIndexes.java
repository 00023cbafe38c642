package newsroom.enrichment.morgue;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The indexes of this newsroom in an OpenSearch, and which of them answers.
final class ClusterIndexes {

  private static final int NOT_FOUND = 404;
  private static final String KNOWN = "?filter_path=*.settings.index.creation_date,*.aliases";

  private final OpenSearch http;
  private final ClusterNames names;

  ClusterIndexes(OpenSearch http, ClusterNames names) {
    this.http = http;
    this.names = names;
  }

  OpenSearch http() {
    return http;
  }

  ClusterNames names() {
    return names;
  }

  /// The index that answers; empty where there is none yet.
  Optional<String> answering() throws IOException {
    return behind().stream().findFirst();
  }

  private List<String> behind() throws IOException {
    return http.ask("GET", "_alias/" + names.answering(), null)
        .unless(NOT_FOUND)
        .map(found -> found.properties().stream().map(Map.Entry::getKey).toList())
        .orElse(List.of());
  }

  /// The index at this place: the one that answers, else the youngest, as an instance that stopped
  /// in the middle may have left another.
  Optional<String> at(Cabinets.Place place) throws IOException {
    var answers = behind();
    return all(names.at(place)).entrySet().stream()
        .max(
            Comparator.<Map.Entry<String, Instant>, Boolean>comparing(
                    index -> answers.contains(index.getKey()))
                .thenComparing(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }

  /// Indexes whose names begin so, and when they were made.
  private Map<String, Instant> all(String beginning) throws IOException {
    var all = new TreeMap<String, Instant>();
    for (var index : http.ask("GET", beginning + "*" + KNOWN, null).whole().properties()) {
      var made = index.getValue().path("settings").path("index").path("creation_date");
      all.put(index.getKey(), Instant.ofEpochMilli(made.asLong(0)));
    }
    return all;
  }

  /// Opens the index at this place, or makes one.
  String open(Cabinets.Place place) throws IOException {
    var there = at(place);
    var name = there.isPresent() ? there.get() : make(place);
    if (answering().isEmpty()) {
      answer(name);
    }
    return name;
  }

  private String make(Cabinets.Place place) throws IOException {
    var name = names.another(place);
    var made = http.object();
    ClusterForm.fill(made, http.settings());
    made.putObject("aliases").putObject(ClusterNames.writing(name));
    http.send("PUT", name, made.toString()).whole();
    return name;
  }

  /// From now on this one answers, and no other.
  void answer(String name) throws IOException {
    var before = behind();
    if (before.equals(List.of(name))) {
      return;
    }
    var change = http.object();
    var actions = change.putArray("actions");
    for (var other : before) {
      var remove = actions.addObject().putObject("remove");
      remove.put("index", other).put("alias", names.answering());
    }
    var add = actions.addObject().putObject("add");
    add.put("index", name).put("alias", names.answering());
    http.send("POST", "_aliases", change.toString()).whole();
  }

  /// @param answering whether also what answers; else all stay where that is among them
  void wipe(Cabinets.Place place, boolean answering) throws IOException {
    var there = all(names.at(place)).keySet();
    for (var answers : behind()) {
      if (!answering && there.contains(answers)) {
        throw new IOException(
            "the index "
                + answers
                + " answers questions and is not taken away: does another write?");
      }
    }
    for (var index : there) {
      delete(index);
    }
  }

  private void delete(String index) throws IOException {
    var _ = http.send("DELETE", index, null).unless(NOT_FOUND);
  }

  /// Takes away other forms and models to which nobody has written for so long that they would be
  /// built again anyway. Of each all or nothing: while one is built again its old index answers,
  /// which is not written to.
  void tidy(Instant oldest) throws IOException {
    var forms = new TreeMap<String, List<String>>();
    for (var index : all(names.index() + "-f").keySet()) {
      var name = names.ofThisNewsroom().matcher(index);
      if (name.matches() && !name.group("form").equals(names.answering())) {
        forms.computeIfAbsent(name.group("form"), _ -> new ArrayList<>()).add(index);
      }
    }
    for (var indexes : forms.values()) {
      if (latest(indexes).isBefore(oldest)) {
        for (var index : indexes) {
          delete(index);
        }
      }
    }
  }

  private Instant latest(List<String> indexes) throws IOException {
    var latest = Instant.EPOCH;
    for (var index : indexes) {
      var made = all(index).getOrDefault(index, Instant.EPOCH);
      for (var then : List.of(made, written(index))) {
        latest = then.isAfter(latest) ? then : latest;
      }
    }
    return latest;
  }

  private Instant written(String index) throws IOException {
    var note = http.document(index, Cluster.NOTE);
    try {
      return Instant.parse(note.map(ClusterIndexes::written).orElse(""));
    } catch (DateTimeParseException _) {
      return Instant.EPOCH;
    }
  }

  private static String written(JsonNode document) {
    return document.path("_source").path("note").path("written").asString("");
  }
}
