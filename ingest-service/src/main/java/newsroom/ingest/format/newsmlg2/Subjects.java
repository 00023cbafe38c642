package newsroom.ingest.format.newsmlg2;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

  private final @Nullable Element contentMeta;
  private final Localised localised;
  private final Map<String, String> asserted = new HashMap<>();

  Subjects(Element item, Localised localised) {
    this.contentMeta = Tree.child(item, "contentMeta");
    this.localised = localised;
    for (var assertion : Tree.children(item, "assert")) {
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
        ofTypes(PLACES),
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

  private static String type(Element subject) {
    var type = subject.attr("type");
    return (type.isEmpty() ? subject.attr("typeuri") : type)
        .replaceFirst("^.*[:/]", "")
        .toLowerCase(Locale.ROOT);
  }

  private @Nullable Concept concept(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    var code = Localised.code(element);
    var named = localised.nameOf(element);
    var name = named == null && code != null ? asserted.getOrDefault(code, code) : named;
    var prefix = code == null ? "" : code.replaceFirst("(?s):.*|^[^:]*$", "");
    var scheme =
        prefix.isEmpty() || prefix.matches("https?|urn|tag")
            ? Tree.attribute(element, "type")
            : prefix;
    return name == null ? null : new Concept(code, name, scheme);
  }
}
