package newsroom.ingest.format.newsmlg2;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import newsroom.ingest.copy.Addresses;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Picture;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.Numbers;
import newsroom.ingest.format.nitf.NitfText;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads an item's content: the first rendition that has text, one in the item's language before
/// others, the pictures, and the addresses of films and sounds.
final class ContentSet {

  /// What there is to read and see.
  ///
  /// @param said what the text's own markup says besides
  /// @param lead the picture that the item itself is
  record Content(List<Block> body, List<Picture> pictures, NitfText said, @Nullable String lead) {

    boolean isEmpty() {
      return body.isEmpty() && pictures.isEmpty();
    }
  }

  private static final NitfText NOTHING = new NitfText(null, null, null, null, null, List.of());

  private final Element item;
  private final Localised localised;
  private final @Nullable String caption;
  private final Pictures pictures = new Pictures();
  private NitfText said = NOTHING;

  /// A reader of one item's content.
  ///
  /// @param caption what the item says of itself, for its picture
  ContentSet(Element item, Localised localised, @Nullable String caption) {
    this.item = item;
    this.localised = localised;
    this.caption = caption;
  }

  Content read() {
    var contents = Tree.child(item, "contentSet");
    var lead = picture(contents);
    var body = List.<Block>of();
    if (contents != null) {
      var renditions =
          Stream.concat(
                  contents.children().stream().filter(localised::inLanguage),
                  contents.children().stream().filter(other -> !localised.inLanguage(other)))
              .iterator();
      while (body.isEmpty() && renditions.hasNext()) {
        body = text(renditions.next());
      }
    }
    return new Content(withFilm(contents, body), pictures.all(), said, lead);
  }

  /// Films and sounds stay where they are; the story has the address of the first.
  private List<Block> withFilm(@Nullable Element contents, List<Block> body) {
    for (var remote : Tree.children(contents, "remoteContent")) {
      var address = Addresses.web(remote.attr("href"), null);
      if (address != null && remote.attr("contenttype").matches("(?i)(video|audio)/.*")) {
        var all = new ArrayList<>(body);
        all.add(new Block.Embed(address, caption));
        return List.copyOf(all);
      }
    }
    return body;
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
        said = NitfText.of(root, pictures);
        yield said.body();
      }
      case "html" -> {
        say(Tree.text(root, "head", "title"), null);
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
      say(header.select("h1").text(), header.select(".byline").text());
      header.remove();
    }
    return Blocks.ofTree(body, null, pictures);
  }

  private void say(@Nullable String headline, @Nullable String byline) {
    said = new NitfText(Plain.text(headline), null, Plain.text(byline), null, null, List.of());
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
    var type = new ItemClass(item).type();
    return "picture".equals(type) || "graphic".equals(type);
  }
}
