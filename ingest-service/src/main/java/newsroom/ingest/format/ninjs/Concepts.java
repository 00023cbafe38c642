package newsroom.ingest.format.ninjs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Reads what an item is about. Events and objects are subjects as well.
final class Concepts {

  private final Keys keys;

  Concepts(Keys keys) {
    this.keys = keys;
  }

  Copy.Subjects read() {
    var located = keys.text("located");
    var places = concepts(null, "located");
    var subjects =
        Stream.of(
                concepts(null, "subjects", "subject"),
                concepts("event", "events", "event"),
                concepts("object", "objects", "object"))
            .flatMap(List::stream);
    var people =
        Stream.concat(
            concepts(null, "people", "person", "persons").stream(),
            new Bylines(keys).others().stream());
    return new Copy.Subjects(
        located == null
            ? places.stream().findFirst().orElse(null)
            : new Concept(null, located, null),
        subjects.distinct().toList(),
        concepts(null, "places", "place"),
        people.distinct().toList(),
        concepts(null, "organisations", "organisation", "organizations", "organization"),
        keys.strings("keywords", "keyword"));
  }

  /// The concepts under the first of the keys that holds any.
  ///
  /// @param kind their scheme where they have none
  private List<Concept> concepts(@Nullable String kind, String... names) {
    var found = new ArrayList<Concept>();
    for (var named : keys.objects(names)) {
      var concept = concept(kind, named.keys());
      if (concept == null) {
        named.keys().strings("code").forEach(code -> found.add(new Concept(code, code, kind)));
      } else {
        found.add(concept);
      }
    }
    return found.stream().distinct().toList();
  }

  private static @Nullable Concept concept(@Nullable String kind, Keys concept) {
    var code = concept.text("uri", "qcode", "code", "literal");
    var name = concept.text("name", "title", "literal", "code", "qcode", "uri");
    var scheme = concept.text("scheme");
    return name == null ? null : new Concept(code, name, scheme == null ? kind : scheme);
  }
}
