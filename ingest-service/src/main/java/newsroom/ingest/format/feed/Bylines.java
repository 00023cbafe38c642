package newsroom.ingest.format.feed;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Who wrote an entry, in the forms that feeds have for it: `ida@coast.example (Ida Holm)`, `Ida
/// Holm <ida@coast.example>`, an element with a name. An address alone is no name.
final class Bylines {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:mailto:)?[^\\s@()<>\"]+@[^\\s@()<>\"]+");
  private static final Pattern FRAME = Pattern.compile("^[\\s(<\\[\"',;-]+|[\\s)>\\]\"',;-]+$");

  private Bylines() {}

  /// The names in these elements.
  static List<String> names(List<Element> authors) {
    return authors.stream()
        .map(Bylines::written)
        .map(Bylines::name)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  static @Nullable String line(List<String> names) {
    return names.isEmpty() ? null : String.join(", ", names);
  }

  private static @Nullable String written(Element author) {
    for (var child : author.children()) {
      if (Tree.name(child).equalsIgnoreCase("name")) {
        return Marked.of(child).plain();
      }
    }
    var elements = author.children().isEmpty();
    // an address in angle brackets is no markup
    return elements
        ? Plain.text(Plain.unescaped(author.wholeText()))
        : Plain.text(author.ownText());
  }

  private static @Nullable String name(@Nullable String written) {
    if (written == null) {
      return null;
    }
    var name = written.contains("@") ? ADDRESS.matcher(written).replaceAll(" ") : written;
    var bare =
        name.equals(written)
            ? name
            : FRAME.matcher(name.replaceAll("<\\s*>|\\(\\s*\\)", "")).replaceAll("");
    return Plain.ofMarkup(bare);
  }
}
