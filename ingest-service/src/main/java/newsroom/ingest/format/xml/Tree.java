package newsroom.ingest.format.xml;

import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.copy.Plain;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Looks around in a tree by local names.
public final class Tree {

  private Tree() {}

  /// The element's local name, as it is written.
  public static String name(Element element) {
    return element.tag().localName();
  }

  /// The children of this name.
  public static List<Element> children(@Nullable Element parent, String name) {
    var found = new ArrayList<Element>();
    for (var i = 0; parent != null && i < parent.childNodeSize(); i++) {
      if (parent.childNode(i) instanceof Element child && name(child).equals(name)) {
        found.add(child);
      }
    }
    return found;
  }

  /// The first child, grandchild and so on down a path of names.
  public static @Nullable Element child(@Nullable Element parent, String... path) {
    var at = parent;
    for (var name : path) {
      at = at == null ? null : first(at, name);
    }
    return at;
  }

  private static @Nullable Element first(Element parent, String name) {
    for (var i = 0; i < parent.childNodeSize(); i++) {
      if (parent.childNode(i) instanceof Element child && name(child).equals(name)) {
        return child;
      }
    }
    return null;
  }

  /// The plain text of the element at the end of a path; null when it is not there or blank.
  public static @Nullable String text(@Nullable Element parent, String... path) {
    var found = child(parent, path);
    return found == null ? null : Plain.text(found.wholeText());
  }

  /// An attribute; null when it is not there or blank.
  public static @Nullable String attribute(@Nullable Element element, String name) {
    return element == null ? null : Plain.text(element.attr(name));
  }

  /// All elements of this name under an element, however deep, in the order of the document.
  public static List<Element> all(@Nullable Element ancestor, String name) {
    return ancestor == null
        ? List.of()
        : ancestor.getAllElements().stream()
            .skip(1) // the ancestor itself
            .filter(element -> name(element).equals(name))
            .toList();
  }
}
