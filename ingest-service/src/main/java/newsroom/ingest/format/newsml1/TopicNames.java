package newsroom.ingest.format.newsml1;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The topics that the wire itself declares in its topic sets, by their formal names and by the ids
/// of their elements.
final class TopicNames {

  private final Map<String, Element> byFormalName = new HashMap<>();
  private final Map<String, Element> byId = new HashMap<>();

  TopicNames(Element root) {
    for (var topic : Tree.all(root, "Topic")) {
      for (var name : Tree.children(topic, "FormalName")) {
        byFormalName.putIfAbsent(Objects.requireNonNullElse(Tree.text(name), ""), topic);
      }
      byId.putIfAbsent("#" + topic.attr("Duid"), topic);
    }
  }

  /// The topic at a pointer, as `#topic1`.
  @Nullable Element at(@Nullable String pointer) {
    return pointer == null ? null : byId.get(pointer);
  }

  /// What a formal name is called, in a language where there is a choice; null when no topic has
  /// it.
  @Nullable String named(String formalName, @Nullable String language) {
    var topic = byFormalName.get(formalName);
    return topic == null ? null : name(topic, language);
  }

  /// A description that is called a name, else any description, else a formal name.
  static @Nullable String name(Element topic, @Nullable String language) {
    var names =
        Tree.children(topic, "Description").stream()
            .filter(description -> description.attr("Variant").matches("(?i)|.*name"))
            .toList();
    var described = names.isEmpty() ? Tree.children(topic, "Description") : names;
    return Plain.first(
        inLanguage(described, language),
        described.isEmpty() ? null : described.getFirst().text(),
        Tree.text(topic, "FormalName"));
  }

  private static @Nullable String inLanguage(List<Element> described, @Nullable String language) {
    return described.stream()
        .filter(description -> sameLanguage(description.attr("xml:lang"), language))
        .map(Element::text)
        .findFirst()
        .orElse(null);
  }

  /// Whether two tags, as `en-GB` and `EN`, mean one language.
  static boolean sameLanguage(@Nullable String one, @Nullable String other) {
    return one != null && other != null && primary(one).equals(primary(other));
  }

  private static String primary(String tag) {
    return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
