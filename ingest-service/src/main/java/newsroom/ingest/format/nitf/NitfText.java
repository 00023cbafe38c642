package newsroom.ingest.format.nitf;

import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.WireDate;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a NITF document gives to readers, whether it is a wire of its own or stands in an item of
/// another format.
///
/// @param headline the first `hl1` of the `hedline`, else the page's title, else a subordinate line
/// @param summary the abstract, else the subordinate headline
/// @param byline names, without the writers' titles
public record NitfText(
    @Nullable String headline,
    @Nullable String summary,
    @Nullable String byline,
    @Nullable String dateline,
    @Nullable String language,
    List<Block> body) {

  /// Reads the document.
  ///
  /// @param nitf the element `nitf`
  /// @param pictures takes the pictures that stand in the text
  public static NitfText of(Element nitf, Pictures pictures) {
    var body = Tree.child(nitf, "body");
    var head = Tree.child(body, "body.head");
    var headline = headline(nitf, head);
    var second = first(Tree.child(head, "hedline"), "hl2");
    return new NitfText(
        headline,
        Plain.first(
            Tree.text(head, "abstract"), second == null || second.equals(headline) ? null : second),
        byline(head),
        dateline(head),
        language(nitf, body),
        blocks(body, pictures));
  }

  private static @Nullable String headline(Element nitf, @Nullable Element head) {
    return Plain.first(
        first(Tree.child(head, "hedline"), "hl1"),
        bare(Tree.child(head, "hedline")),
        Tree.text(nitf, "head", "title"),
        first(head, "hl1"),
        first(head, "hl2"));
  }

  /// Text that stands in the `hedline` itself, without a line.
  private static @Nullable String bare(@Nullable Element hedline) {
    return hedline == null || !hedline.children().isEmpty()
        ? null
        : Plain.text(hedline.wholeText());
  }

  private static @Nullable String first(@Nullable Element within, String line) {
    return Tree.all(within, line).stream()
        .map(element -> Plain.text(element.text()))
        .filter(text -> text != null)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String byline(@Nullable Element head) {
    var names = new ArrayList<String>();
    for (var byline : Tree.children(head, "byline")) {
      var name = byline.clone();
      name.select("byttl").remove();
      var text = Plain.first(name.text(), byline.text());
      if (text != null) {
        names.add(text);
      }
    }
    return names.isEmpty() ? null : String.join("; ", names);
  }

  private static @Nullable String dateline(@Nullable Element head) {
    var dateline = Tree.child(head, "dateline");
    if (dateline == null) {
      return null;
    }
    var parts =
        Tree.all(dateline, "location").stream()
            .flatMap(place -> place.children().stream())
            .map(Element::text)
            .filter(part -> !part.isBlank())
            .toList();
    if (parts.size() > 1) {
      return String.join(", ", parts);
    }
    var shown = dateline.clone();
    shown.select("story\\.date").stream()
        .filter(date -> WireDate.parse(date.text()) != null) // for machines, not for readers
        .toList()
        .forEach(Element::remove);
    return Plain.text(shown.wholeText());
  }

  private static @Nullable String language(Element nitf, @Nullable Element body) {
    return Plain.first(
        body == null ? null : body.attr("xml:lang"),
        nitf.attr("xml:lang"),
        nitf.attr("baselang"),
        nitf.attr("lang"));
  }

  private static List<Block> blocks(@Nullable Element body, Pictures pictures) {
    var blocks = new ArrayList<Block>();
    for (var content : contents(body)) {
      blocks.addAll(Blocks.ofTree(content, null, pictures));
    }
    for (var end : Tree.children(body, "body.end")) {
      for (var tagline : Tree.children(end, "tagline")) {
        blocks.addAll(Blocks.ofTree(tagline, null, pictures));
      }
    }
    return List.copyOf(blocks);
  }

  /// Some write the paragraphs straight into the body.
  private static List<Element> contents(@Nullable Element body) {
    var contents = Tree.children(body, "body.content");
    if (body == null || !contents.isEmpty()) {
      return contents;
    }
    var rest = body.clone();
    rest.children().stream()
        .filter(child -> Tree.name(child).matches("body\\.(head|end)"))
        .toList()
        .forEach(Element::remove);
    return List.of(rest);
  }
}
