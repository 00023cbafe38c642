package newsroom.ingest.format.newsmlg2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import newsroom.ingest.copy.Concept;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads what an item is about, sorted by the type of the concept. A name that is missing is looked
/// up among the item's own assertions.
final class Subjects {

  private static final Set<String> PLACES = Set.of("geoarea", "poi", "location", "place");
  private static final Set<String> ORGANISATIONS =
      Set.of("organisation", "organization", "company", "org");
  private static final Set<String> SUBJECTS =
      Set.of("", "abstract", "category", "object", "event", "subject", "topic");

  private static final Set<String> ADDRESSES = Set.of("http", "https", "urn", "tag");

  private final @Nullable Element contentMeta;
  private final Localised localised;
  private final List<Element> assertions;
  private final Map<String, String> asserted = new HashMap<>();

  Subjects(Element item, Localised localised) {
    this.contentMeta = Tree.child(item, "contentMeta");
    this.localised = localised;
    this.assertions = Tree.children(item, "assert");
    for (var assertion : assertions) {
      var code = Localised.code(assertion);
      var name = localised.nameOf(assertion);
      if (code != null && name != null) {
        asserted.putIfAbsent(code, name);
      }
    }
  }

  Copy.Subjects read() {
    var keywords =
        Tree.children(contentMeta, "keyword").stream()
            .filter(localised::inLanguage)
            .map(keyword -> Tree.text(keyword))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return new Copy.Subjects(
        concept(Tree.child(contentMeta, "located")),
        ofTypes(SUBJECTS),
        places(),
        ofTypes(Set.of("person")),
        ofTypes(ORGANISATIONS),
        keywords);
  }

  private List<Concept> ofTypes(Set<String> types) {
    return Tree.children(contentMeta, "subject").stream()
        .filter(subject -> types.contains(type(subject)))
        .map(this::concept)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /// The places named, those that they lie in, and those that the item describes elsewhere.
  private List<Concept> places() {
    var places = new ArrayList<>(ofTypes(PLACES));
    for (var subject : Tree.children(contentMeta, "subject")) {
      if (PLACES.contains(type(subject))) {
        places.addAll(around(subject));
      }
    }
    for (var assertion : assertions) {
      var around = around(assertion);
      var place =
          !around.isEmpty()
              || Tree.child(assertion, "geoAreaDetails") != null
              || Tree.child(assertion, "POIDetails") != null;
      if (place && localised.nameOf(assertion) != null) {
        places.add(Objects.requireNonNull(concept(assertion)));
      }
      places.addAll(around);
    }
    return places.stream().distinct().toList();
  }

  private List<Concept> around(Element place) {
    return Tree.children(place, "broader").stream()
        .filter(broader -> PLACES.contains(type(broader)) || !broader.hasAttr("type"))
        .filter(broader -> localised.nameOf(broader) != null)
        .filter(broader -> !"N/A".equals(localised.nameOf(broader)))
        .map(this::concept)
        .filter(Objects::nonNull)
        .toList();
  }

  private static String type(Element subject) {
    var type = subject.attr("type");
    return Localised.local(type.isEmpty() ? subject.attr("typeuri") : type);
  }

  private @Nullable Concept concept(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    var code = Localised.code(element);
    var named = localised.nameOf(element);
    var name = named == null && code != null ? asserted.getOrDefault(code, code) : named;
    var prefix = code == null || code.indexOf(':') < 0 ? "" : code.substring(0, code.indexOf(':'));
    var scheme =
        prefix.isEmpty() || ADDRESSES.contains(prefix) ? Tree.attribute(element, "type") : prefix;
    return name == null ? null : new Concept(code, name, scheme);
  }
}
