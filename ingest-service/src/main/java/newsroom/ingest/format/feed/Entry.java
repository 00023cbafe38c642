package newsroom.ingest.format.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Looks around in an entry, or in the feed around it, by the words of its own vocabulary and of
/// the modules.
final class Entry {

  private static final String DC = "http://purl.org/dc/";

  private final Element element;

  Entry(Element element) {
    this.element = element;
  }

  /// The children of this name in the entry's own vocabulary: a `media:title` is no `title`.
  List<Element> own(String name) {
    var namespace = element.tag().namespace();
    return Tree.children(element, name).stream()
        .filter(
            child -> child.tag().namespace().isEmpty() || child.tag().namespace().equals(namespace))
        .toList();
  }

  /// The children of this name in the vocabulary of a module.
  List<Element> of(String module, String name) {
    return Tree.children(element, name).stream()
        .filter(child -> child.tag().namespace().startsWith(module))
        .toList();
  }

  List<Element> dublinCore(String name) {
    return of(DC, name);
  }

  /// The first plain text among the elements, markup taken out.
  static @Nullable String text(List<Element> elements) {
    return elements.stream().map(Entry::plain).filter(Objects::nonNull).findFirst().orElse(null);
  }

  static List<String> texts(List<Element> elements) {
    return elements.stream().map(Entry::plain).filter(Objects::nonNull).toList();
  }

  static @Nullable Instant date(List<Element> elements) {
    return elements.stream()
        .map(date -> FeedDate.parse(date.text()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// The text of an element that holds markup, markup as text, or words.
  List<Block> blocks(Element content, Pictures pictures) {
    if (!content.children().isEmpty()) {
      return Blocks.ofTree(content, base(content), pictures);
    }
    var text = content.wholeText();
    return content.attr("type").matches("(?i)text|text/plain")
        ? Blocks.ofText(text)
        : Blocks.ofHtml(text, base(content), pictures);
  }

  /// What a relative address in this element is relative to: each `xml:base` around it, at last the
  /// site of the feed.
  @Nullable String base(Element at) {
    var bases = new ArrayList<String>();
    for (Element here = at; here != null; here = here.parent()) {
      if (here.hasAttr("xml:base")) {
        bases.addFirst(here.attr("xml:base"));
      }
    }
    String base = home(at);
    for (var step : bases) {
      var next = Addresses.web(step, base);
      base = next == null ? base : next;
    }
    return base;
  }

  /// The language that the entry, or what is around it, declares.
  @Nullable String language() {
    for (Element here = element; here != null; here = here.parent()) {
      if (here.hasAttr("xml:lang")) {
        return Plain.text(here.attr("xml:lang"));
      }
    }
    return null;
  }

  private static @Nullable String home(Element at) {
    var root = top(at);
    var channel = Tree.child(root, "channel");
    for (var link : Tree.children(channel == null ? root : channel, "link")) {
      var address = Addresses.web(link.hasAttr("href") ? link.attr("href") : link.text(), null);
      if (address != null && !link.attr("rel").matches("self|hub|enclosure")) {
        return address;
      }
    }
    return null;
  }

  static Element top(Element element) {
    var top = element;
    for (var parent = top.parent(); parent != null; parent = top.parent()) {
      top = parent;
    }
    return top;
  }

  private static @Nullable String plain(Element element) {
    return element.children().isEmpty() && !element.attr("type").equals("text")
        ? Plain.ofMarkup(element.wholeText())
        : Plain.text(element.wholeText());
  }
}
