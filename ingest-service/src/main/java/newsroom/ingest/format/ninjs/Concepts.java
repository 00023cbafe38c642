package newsroom.ingest.format.ninjs;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import org.jspecify.annotations.Nullable;

/// Reads what an item is about.
final class Concepts {

  private final Keys keys;

  Concepts(Keys keys) {
    this.keys = keys;
  }

  Copy.Subjects read() {
    var located = keys.text("located");
    var places = concepts("located");
    return new Copy.Subjects(
        located == null
            ? places.stream().findFirst().orElse(null)
            : new Concept(null, located, null),
        concepts("subjects", "subject"),
        concepts("places", "place"),
        concepts("people", "person", "persons"),
        concepts("organisations", "organisation", "organizations"),
        Stream.concat(keys.strings("keywords").stream(), keys.strings("keyword").stream())
            .distinct()
            .toList());
  }

  private List<Concept> concepts(String... names) {
    return keys.objects(names).stream()
        .map(named -> concept(named.keys()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static @Nullable Concept concept(Keys concept) {
    var code = concept.text("uri", "qcode", "code", "literal");
    var name = concept.text("name", "title", "literal", "code", "qcode", "uri");
    return name == null ? null : new Concept(code, name, concept.text("scheme"));
  }
}
