package newsroom.publish.rendition.newsmlg2;

import java.util.List;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.story.Block;
import org.jspecify.annotations.Nullable;

/// Writes the text as XHTML. What is to be shown from elsewhere is a link: receivers drop frames,
/// and what they drop is lost.
final class Xhtml implements Inline.Dialect {

  private final Xml xml;

  Xhtml(Xml xml) {
    this.xml = xml;
  }

  void write(Edition edition) {
    xml.open("inlineXML", "contenttype", "application/xhtml+xml");
    xml.open("html");
    xml.namespace("http://www.w3.org/1999/xhtml");
    xml.open("head");
    xml.text("title", edition.story().headlines().headline());
    xml.close();
    xml.open("body");
    edition.beside().forEach(this::figure);
    // the site's related links are links of the item
    edition.story().body().forEach(block -> block(block, edition));
    xml.close();
    xml.close();
    xml.close();
  }

  private void block(Block block, Edition edition) {
    switch (block) {
      case Block.Paragraph(var markup) -> marked("p", markup);
      case Block.Heading(var level, var markup) -> marked("h" + Math.clamp(level, 2, 6), markup);
      case Block.Quote(var said, var by) -> quote(said, by);
      case Block.Listing(var ordered, var items) -> {
        xml.open(ordered ? "ol" : "ul");
        items.forEach(item -> marked("li", item));
        xml.close();
      }
      case Block.Table table -> table(table);
      case Block.Figure(var id) -> {
        var shot = edition.shot(id);
        if (shot != null) {
          figure(shot);
        }
      }
      case Block.Embed(var url, var title) -> linked("embed", null, title, url);
      case Block.Promo(var label, var headline, var url) -> linked("promo", label, headline, url);
    }
  }

  private void quote(List<String> said, @Nullable String by) {
    xml.open("blockquote");
    said.forEach(markup -> marked("p", markup));
    if (by != null && !by.isBlank()) {
      xml.text("footer", by.strip());
    }
    xml.close();
  }

  private void table(Block.Table table) {
    xml.open("table");
    if (table.caption() != null && !table.caption().isBlank()) {
      xml.text("caption", table.caption().strip());
    }
    boolean heading = table.heading();
    for (var row : table.rows()) {
      var cell = heading ? "th" : "td";
      xml.open("tr");
      row.forEach(markup -> marked(cell, markup));
      xml.close();
      heading = false;
    }
    xml.close();
  }

  private void figure(Edition.Shot shot) {
    var picture = shot.picture();
    xml.open("figure");
    xml.open("img", "src", shot.href());
    xml.attribute("alt", picture.altText() == null ? "" : picture.altText().strip());
    xml.attribute("width", shot.size().width());
    xml.attribute("height", shot.size().height());
    xml.close();
    var caption = picture.caption() == null ? "" : picture.caption().strip();
    var credit = picture.credit();
    var text = credit == null || credit.isBlank() ? caption : caption + " (" + credit.strip() + ")";
    if (!text.isEmpty()) {
      xml.text("figcaption", text.strip());
    }
    xml.close();
  }

  private void linked(
      String kind, @Nullable String label, @Nullable String words, @Nullable String url) {
    var address = WebAddress.of(url);
    var text = words == null || words.isBlank() ? address : words.strip();
    if (text == null) {
      return;
    }
    xml.open("p", "class", kind);
    if (label != null && !label.isBlank()) {
      xml.text("b", label.strip());
      xml.characters(" | ");
    }
    if (address == null) {
      xml.characters(text);
    } else {
      xml.text("a", text, "href", address);
    }
    xml.close();
  }

  private void marked(String element, String markup) {
    xml.open(element);
    Inline.write(xml, markup, this);
    xml.close();
  }

  @Override
  public int emphasis(Xml xml, String tag) {
    xml.open(tag);
    return 1;
  }

  @Override
  public void link(Xml xml, String href) {
    xml.open("a", "href", href);
  }

  @Override
  public void lineBreak(Xml xml) {
    xml.empty("br");
  }
}
