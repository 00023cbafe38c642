package newsroom.publish.rendition.edition;

import java.util.List;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.rendition.Xml;
import newsroom.publish.story.Block;
import org.jspecify.annotations.Nullable;

/// Writes those parts of a text that forms in XML write alike.
///
/// @param xml where to
/// @param dialect how the form writes emphasis and links
public record XmlText(Xml xml, Inline.Dialect dialect) {

  /// Markup in an element of its own.
  public void marked(String element, String markup) {
    xml.open(element);
    Inline.write(xml, markup, dialect);
    xml.close();
  }

  /// Words in an element of their own, where there are any.
  public void some(String element, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      xml.text(element, text.strip());
    }
  }

  public void list(Block.Listing list) {
    if (!list.items().isEmpty()) {
      xml.open(list.ordered() ? "ol" : "ul");
      list.items().forEach(item -> marked("li", item));
      xml.close();
    }
  }

  public void table(Block.Table table) {
    xml.open("table");
    some("caption", table.caption());
    boolean heading = table.heading();
    for (List<String> row : table.rows()) {
      if (!row.isEmpty()) {
        var cell = heading ? "th" : "td";
        xml.open("tr");
        row.forEach(markup -> marked(cell, markup));
        xml.close();
        heading = false;
      }
    }
    xml.close();
  }

  /// A paragraph that leads elsewhere; nothing where it has neither words nor an address.
  public void linked(
      String kind, @Nullable String label, @Nullable String words, @Nullable String url) {
    var address = WebAddress.of(url);
    var text = words == null || words.isBlank() ? address : words.strip();
    if (text == null) {
      return;
    }
    xml.open("p", "class", kind);
    if (label != null && !label.isBlank()) {
      int open = dialect.emphasis(xml, "b");
      xml.characters(label.strip());
      for (; open > 0; open--) {
        xml.close();
      }
      xml.characters(" | ");
    }
    if (address == null) {
      xml.characters(text);
    } else {
      xml.text("a", text, "href", address);
    }
    xml.close();
  }
}
