package newsroom.ingest.format.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Looks around in an entry, or in the feed around it, by the words of its own vocabulary and of
/// the modules. Its children are sorted by name once, because a feed may have many.
final class Entry {

  private static final String DC = "http://purl.org/dc/";

  private final Element element;
  private final ZoneId zone;
  private final @Nullable String home;
  private final Map<String, List<Element>> children = new HashMap<>();

  /// @param zone where dates without one were written
  /// @param home what addresses are relative to where no `xml:base` says it
  Entry(Element element, ZoneId zone, @Nullable String home) {
    this.element = element;
    this.zone = zone;
    this.home = home;
    for (var child : element.children()) {
      children.computeIfAbsent(folded(Tree.name(child)), _ -> new ArrayList<>()).add(child);
    }
  }

  Element element() {
    return element;
  }

  /// The children of this name, of whatever vocabulary.
  List<Element> any(String name) {
    return children.getOrDefault(folded(name), List.of());
  }

  /// The children of this name in the entry's own vocabulary: a `media:title` is no `title`.
  List<Element> own(String name) {
    var namespace = element.tag().namespace();
    return any(name).stream()
        .filter(
            child -> child.tag().namespace().isEmpty() || child.tag().namespace().equals(namespace))
        .toList();
  }

  /// The children of this name in the vocabulary of a module.
  List<Element> of(String module, String name) {
    return any(name).stream()
        .filter(child -> child.tag().namespace().regionMatches(true, 0, module, 0, module.length()))
        .toList();
  }

  List<Element> dublinCore(String name) {
    return of(DC, name);
  }

  /// An entry inside of this one, as the source of an Atom entry.
  @Nullable Entry inner(String name) {
    var found = own(name);
    return found.isEmpty() ? null : new Entry(found.getFirst(), zone, home);
  }

  /// The first plain text among the elements, markup taken out.
  @SafeVarargs
  static @Nullable String text(List<Element>... choices) {
    for (var elements : choices) {
      for (var element : elements) {
        var text = Marked.of(element).plain();
        if (text != null) {
          return text;
        }
      }
    }
    return null;
  }

  static List<String> texts(List<Element> elements) {
    return elements.stream()
        .map(element -> Marked.of(element).plain())
        .filter(Objects::nonNull)
        .toList();
  }

  @SafeVarargs
  final @Nullable Instant date(List<Element>... choices) {
    for (var elements : choices) {
      for (var element : elements) {
        var date = FeedDate.parse(element.wholeText(), zone);
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }

  @Nullable Instant date(@Nullable String date) {
    return FeedDate.parse(date, zone);
  }

  /// The first of the elements that has blocks.
  @SafeVarargs
  final List<Block> blocks(Pictures pictures, List<Element>... choices) {
    for (var elements : choices) {
      for (var element : elements) {
        var blocks = Marked.of(element).blocks(base(element), pictures);
        if (!blocks.isEmpty()) {
          return blocks;
        }
      }
    }
    return List.of();
  }

  /// The address of a page that the element names.
  @Nullable String address(Element at, String address) {
    return Addresses.web(address, base(at));
  }

  /// What a relative address in this element is relative to: each `xml:base` around it, on top of
  /// the feed's home.
  @Nullable String base(Element at) {
    return base(at, home);
  }

  /// The same, by the document alone.
  @Nullable String declaredBase(Element at) {
    return base(at, null);
  }

  private static @Nullable String base(Element at, @Nullable String home) {
    var bases = new ArrayList<String>();
    for (Element here = at; here != null; here = here.parent()) {
      if (here.hasAttr("xml:base")) {
        bases.add(here.attr("xml:base"));
      }
    }
    String base = home;
    for (var step : bases.reversed()) {
      var next = Addresses.web(step, base);
      base = next == null ? base : next;
    }
    return base;
  }

  /// The language that this element, or what is around it, declares; one that is declared as empty
  /// is unknown.
  static @Nullable String language(Element at) {
    for (Element here = at; here != null; here = here.parent()) {
      if (here.hasAttr("xml:lang")) {
        return language(here.attr("xml:lang"));
      }
    }
    return null;
  }

  /// As BCP 47 writes it.
  static @Nullable String language(@Nullable String written) {
    var plain = Plain.text(written);
    return plain == null ? null : plain.replace('_', '-');
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
