package newsroom.ingest.format.mappedxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The way from an element to others below it: `images/image`, `language/@id`, `IPTCList/*`, or `.`
/// for the element itself. Names are local names.
///
/// @param steps element names, `*` for any
/// @param attribute of the last element; null for its text
record Route(List<String> steps, @Nullable String attribute) {

  private static final Pattern WRITTEN =
      Pattern.compile("\\.|@[\\w:.-]+|(?:[\\w.-]+|\\*)(?:/(?:[\\w.-]+|\\*))*(?:/@[\\w:.-]+)?");

  /// Reads a route; null where it is none.
  static @Nullable Route of(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return null;
    }
    var at = written.indexOf('@');
    var path = at < 0 ? written : written.substring(0, Math.max(0, at - 1));
    var steps = path.isEmpty() || ".".equals(path) ? List.<String>of() : List.of(path.split("/"));
    return new Route(steps, at < 0 ? null : written.substring(at + 1));
  }

  List<Element> elements(Element from) {
    var found = List.of(from);
    for (var step : steps) {
      var next = new ArrayList<Element>();
      for (var parent : found) {
        next.addAll("*".equals(step) ? parent.children() : Tree.children(parent, step));
      }
      found = next;
    }
    return found;
  }

  /// The texts at its end, as they are written; blank ones left out.
  List<String> texts(Element from) {
    return elements(from).stream()
        .map(element -> attribute == null ? element.wholeText() : element.attr(attribute))
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
