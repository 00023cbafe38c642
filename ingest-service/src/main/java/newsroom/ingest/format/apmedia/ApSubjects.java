package newsroom.ingest.format.apmedia;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.json.Keys;
import org.jspecify.annotations.Nullable;

/// Reads what an item is about. AP's own category letters have no scheme but a relation.
final class ApSubjects {

  private final Keys keys;

  ApSubjects(Keys keys) {
    this.keys = keys;
  }

  Copy.Subjects read() {
    return new Copy.Subjects(
        located(),
        Stream.concat(concepts("subject").stream(), concepts("event").stream()).distinct().toList(),
        concepts("place"),
        concepts("person"),
        Stream.of("organisation", "organization", "company")
            .flatMap(key -> concepts(key).stream())
            .distinct()
            .toList(),
        keys.strings("keywords"));
  }

  private @Nullable Concept located() {
    var place = keys.object("datelinelocation");
    if (place == null) {
      return keys.text("located") == null
          ? null
          : new Concept(null, String.valueOf(keys.text("located")), null);
    }
    var name =
        Stream.of("city", "countryareaname", "countryname")
            .map(part -> place.text(part))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return name.isEmpty() ? null : new Concept(null, name, null);
  }

  private List<Concept> concepts(String key) {
    return keys.objects(key).stream()
        .map(named -> concept(key, named.keys()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static @Nullable Concept concept(String kind, Keys concept) {
    var code = concept.text("code");
    var name = concept.text("name", "code");
    var scheme = concept.text("scheme");
    if (scheme == null) {
      scheme =
          kind.equals("subject") ? concept.strings("rels").stream().findFirst().orElse(null) : kind;
    }
    return name == null ? null : new Concept(code, name, scheme);
  }
}
