package newsroom.ingest.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Walks through a body once, in its order, and writes blocks.
final class BlockWalk {

  /// Nothing of these is text for readers.
  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "title",
          "meta",
          "link",
          "svg",
          "annotation",
          "annotation-xml",
          "select",
          "textarea",
          "button",
          "input",
          "canvas",
          "map",
          "frame",
          "frameset",
          "noframes",
          "param",
          "base",
          "applet",
          "alt-code",
          "nitf-table-metadata",
          "media-metadata",
          "media-object",
          "doc-id");

  private static final Map<String, String> INLINE =
      Map.ofEntries(
          Map.entry("b", "b"),
          Map.entry("strong", "strong"),
          Map.entry("i", "i"),
          Map.entry("em", "em"),
          Map.entry("cite", "em"),
          Map.entry("dfn", "em"),
          Map.entry("var", "em"),
          Map.entry("code", "code"),
          Map.entry("tt", "code"),
          Map.entry("kbd", "code"),
          Map.entry("samp", "code"),
          Map.entry("s", "s"),
          Map.entry("strike", "s"),
          Map.entry("del", "s"),
          Map.entry("sub", "sub"),
          Map.entry("sup", "sup"),
          Map.entry("u", "u"),
          Map.entry("ins", "u"),
          Map.entry("dt", "strong"));

  /// These begin and end a paragraph.
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "aside",
          "header",
          "footer",
          "main",
          "nav",
          "address",
          "center",
          "block",
          "body",
          "html",
          "form",
          "fieldset",
          "legend",
          "details",
          "summary",
          "dl",
          "dd",
          "dt",
          "hr",
          "li",
          "tr",
          "td",
          "th",
          "caption",
          "tbody",
          "thead",
          "tfoot",
          "figcaption",
          "note",
          "nitf-table",
          "body.content",
          "body.head",
          "body.end",
          "credit",
          "object",
          "hl1",
          "fn",
          "tagline",
          "lq",
          "hgroup",
          "dialog",
          "picture");

  private final List<Block> blocks = new ArrayList<>();
  private final List<Block> afterText = new ArrayList<>();
  private final InlineMarkup text = new InlineMarkup();
  private final @Nullable String base;
  private final Pictures pictures;

  BlockWalk(@Nullable String base, Pictures pictures) {
    this.base = base;
    this.pictures = pictures;
  }

  List<Block> blocks() {
    flush();
    return List.copyOf(blocks);
  }

  void children(Element element) {
    for (var child : element.childNodes()) {
      node(child);
    }
  }

  void node(Node node) {
    if (node instanceof TextNode words) {
      text.text(words.getWholeText());
    } else if (node instanceof Element element) {
      element(element, element.tag().localName().toLowerCase(Locale.ROOT));
    }
  }

  private void element(Element element, String name) {
    if (DROPPED.contains(name)) {
      return;
    }
    switch (name) {
      case "br" -> text.lineBreak();
      case "a" -> link(element);
      case "q" -> quoted(element);
      case "pre" -> preformatted(element);
      case "h1", "h2", "h3", "h4", "h5", "h6", "hl2" -> heading(element, name);
      case "blockquote", "bq" -> add(new QuoteReader(base, pictures).read(element));
      case "ul", "ol", "menu", "dir" ->
          add(new ListReader(base, pictures).read(element, name.equals("ol")));
      case "table" -> table(element);
      case "img", "figure", "media", "iframe", "video", "audio", "embed", "amp-img" ->
          shown(element, name);
      case "frac" -> fraction(element);
      default -> other(element, name);
    }
  }

  private void other(Element element, String name) {
    var block = BLOCKS.contains(name);
    if (block) {
      flush();
    }
    var inline = INLINE.get(name);
    if (inline != null) {
      text.open(inline, "<" + inline + ">");
    }
    children(element);
    if (inline != null) {
      text.close();
    }
    if (block) {
      flush();
    }
  }

  private void link(Element element) {
    var address = text.inside("a") ? null : Addresses.link(element.attr("href"), base);
    if (address == null) {
      children(element);
      return;
    }
    text.open("a", "<a href=\"" + InlineMarkup.escaped(address) + "\">");
    children(element);
    text.close();
  }

  private void quoted(Element element) {
    text.text("“");
    children(element);
    text.text("”");
  }

  private void fraction(Element element) {
    for (var part : element.children()) {
      text.text(part.tag().localName().equalsIgnoreCase("frac-sep") ? "/" : part.text());
      if (part.tag().localName().equalsIgnoreCase("frac-num") && element.children().size() == 2) {
        text.text("/");
      }
    }
  }

  private void preformatted(Element element) {
    flush();
    if (element.children().isEmpty()) {
      text.preformatted(element.wholeText());
    } else {
      children(element);
    }
    flush();
  }

  private void heading(Element element, String name) {
    var inner = new BlockWalk(base, pictures);
    inner.children(element);
    var rest = new ArrayList<Block>();
    var markup = String.join(" ", Flat.lines(inner.blocks(), rest));
    var level = name.charAt(1) == 'l' ? 2 : Math.max(2, name.charAt(1) - '0');
    if (!markup.isEmpty()) {
      rest.addFirst(new Block.Heading(level, markup));
    }
    add(rest);
  }

  private void table(Element element) {
    var table = new TableReader(base, pictures);
    if (table.layoutOnly(element)) {
      flush();
      children(element);
      flush();
    } else {
      add(table.read(element));
    }
  }

  /// A picture in the middle of a paragraph does not break it: it comes before when no text does,
  /// else after.
  private void shown(Element element, String name) {
    var block = new ShownReader(base, pictures).read(element, name);
    if (block != null && text.isEmpty()) {
      blocks.add(block);
    } else if (block != null) {
      afterText.add(block);
    }
    if (block == null && name.equals("figure")) {
      other(element, "div");
    }
  }

  private void add(List<Block> more) {
    flush();
    blocks.addAll(more);
  }

  private void flush() {
    for (var markup : text.end()) {
      var promo = Promos.of(markup);
      blocks.add(promo == null ? new Block.Paragraph(markup) : promo);
    }
    blocks.addAll(afterText);
    afterText.clear();
  }
}
