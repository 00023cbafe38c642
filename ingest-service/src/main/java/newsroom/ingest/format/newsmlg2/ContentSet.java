package newsroom.ingest.format.newsmlg2;

import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Picture;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads an item's content: the first rendition that has text, and the pictures.
final class ContentSet {

  /// What there is to read and see.
  ///
  /// @param headline the one that stands in the text's own markup
  /// @param byline the one that stands in the text's own markup
  /// @param lead the picture that the item itself is
  record Content(
      List<Block> body,
      List<Picture> pictures,
      @Nullable String headline,
      @Nullable String byline,
      @Nullable String lead) {}

  private final Element item;
  private final @Nullable String caption;
  private final Pictures pictures = new Pictures();
  private @Nullable String headline;
  private @Nullable String byline;

  /// A reader of one item's content.
  ///
  /// @param caption what the item says of itself, for its picture
  ContentSet(Element item, @Nullable String caption) {
    this.item = item;
    this.caption = caption;
  }

  Content read() {
    var contents = Tree.child(item, "contentSet");
    var lead = picture(contents);
    var body = List.<Block>of();
    if (contents != null) {
      for (var rendition : contents.children()) {
        body = body.isEmpty() ? text(rendition) : body;
      }
    }
    return new Content(body, pictures.all(), headline, byline, lead);
  }

  private List<Block> text(Element rendition) {
    return switch (Tree.name(rendition)) {
      case "inlineXML" ->
          rendition.children().isEmpty() ? Blocks.ofText(rendition.wholeText()) : markup(rendition);
      case "inlineData" -> data(rendition);
      default -> List.of();
    };
  }

  private List<Block> data(Element rendition) {
    var type = rendition.attr("contenttype");
    if (!rendition.attr("encoding").isEmpty() || !type.matches("(?i)|text/.*|.*(html|xml).*")) {
      return List.of();
    }
    var text = rendition.wholeText();
    return type.contains("html") || text.stripLeading().startsWith("<")
        ? Blocks.ofHtml(text, null, pictures)
        : Blocks.ofText(text);
  }

  private List<Block> markup(Element rendition) {
    var root = rendition.child(0);
    return switch (Tree.name(root)) {
      case "nitf" -> {
        headline = Plain.first(root.select("hl1").text(), Tree.text(root, "head", "title"));
        var content = Tree.all(root, "body.content");
        yield content.isEmpty() ? List.of() : Blocks.ofTree(content.getFirst(), null, pictures);
      }
      case "html" -> {
        headline = Tree.text(root, "head", "title");
        var body = Tree.child(root, "body");
        yield body == null ? List.of() : page(body);
      }
      default -> {
        var xhtml = root.tag().namespace().endsWith("xhtml");
        var readable = xhtml || !rendition.select("p, div, section, h1, pre").isEmpty();
        yield readable ? Blocks.ofTree(rendition, null, pictures) : List.of();
      }
    };
  }

  /// The head of a page, with headline, byline and keywords, is not its text.
  private List<Block> page(Element body) {
    var header = body.selectFirst("> header:has(h1)");
    if (header != null && header.text().length() < body.text().length()) {
      headline = Plain.text(header.select("h1").text());
      byline = Plain.text(header.select(".byline").text());
      header.remove();
    }
    return Blocks.ofTree(body, null, pictures);
  }

  private @Nullable String picture(@Nullable Element contents) {
    var renditions = new ArrayList<Picture.Rendition>();
    for (var remote : Tree.children(contents, "remoteContent")) {
      var type = Tree.attribute(remote, "contenttype");
      var address = Tree.attribute(remote, "href");
      if (address != null && (type == null ? isPicture() : type.startsWith("image/"))) {
        renditions.add(rendition(remote, address, type));
      }
    }
    var credit =
        Plain.first(
            Tree.text(item, "contentMeta", "creditline"), Tree.text(item, "contentMeta", "by"));
    return pictures.add(caption, credit, null, renditions, null);
  }

  private static Picture.Rendition rendition(
      Element remote, String address, @Nullable String type) {
    var name = remote.attr("rendition").replaceFirst("^.*[:/]", "");
    return new Picture.Rendition(
        name.isEmpty() ? "original" : name,
        address,
        type,
        Numbers.pixels(remote.attr("width")),
        Numbers.pixels(remote.attr("height")));
  }

  private boolean isPicture() {
    var code = Localised.code(Tree.child(item, "itemMeta", "itemClass"));
    return code != null && code.matches(".*[:/](picture|graphic)");
  }
}
