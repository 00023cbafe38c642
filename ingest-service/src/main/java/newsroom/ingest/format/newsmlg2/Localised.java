package newsroom.ingest.format.newsmlg2;

import java.util.List;
import java.util.Locale;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Chooses among elements that say the same in several languages the one in the story's.
///
/// @param language the story's
record Localised(@Nullable String language) {

  @Nullable String text(List<Element> elements) {
    var element = best(elements);
    return element == null ? null : Plain.text(element.wholeText());
  }

  @Nullable Element best(List<Element> elements) {
    return elements.stream()
        .filter(this::inLanguage)
        .filter(Element::hasText)
        .findFirst()
        .or(() -> elements.stream().filter(Element::hasText).findFirst())
        .orElse(null);
  }

  boolean inLanguage(Element element) {
    var own = element.attr("xml:lang");
    return own.isEmpty() || language == null || primary(own).equals(primary(language));
  }

  /// A concept's name, else its literal, else null.
  @Nullable String nameOf(@Nullable Element concept) {
    var name = text(Tree.children(concept, "name"));
    return name == null ? Tree.attribute(concept, "literal") : name;
  }

  /// A concept's code: QCode, else URI.
  static @Nullable String code(@Nullable Element concept) {
    var code = Tree.attribute(concept, "qcode");
    return code == null ? Tree.attribute(concept, "uri") : code;
  }

  /// The part of a code after its scheme, lower case: `correction` of `sig:correction`, or of the
  /// address that the code stands for.
  static String local(String code) {
    var at =
        Math.max(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')), code.lastIndexOf('#'));
    return code.substring(at + 1).toLowerCase(Locale.ROOT);
  }

  private static String primary(String tag) {
    var end = 0;
    while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
      end++;
    }
    return tag.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
