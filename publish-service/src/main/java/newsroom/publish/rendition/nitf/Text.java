package newsroom.publish.rendition.nitf;

import java.util.List;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.story.Block;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// Writes `body`: what readers see.
final class Text implements Inline.Dialect {

  private final Xml xml;

  Text(Xml xml) {
    this.xml = xml;
  }

  void write(Edition edition) {
    xml.open("body");
    var language = edition.story().headlines().language();
    xml.attribute(
        "xml:lang", language.matches("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*") ? language : null);
    above(edition.story());
    xml.open("body.content");
    edition.beside().forEach(this::picture);
    edition.body().forEach(block -> block(block, edition));
    xml.close();
    xml.close();
  }

  private void above(Story story) {
    var lines = story.headlines();
    xml.open("body.head");
    xml.open("hedline");
    xml.text("hl1", lines.headline().strip());
    xml.close();
    some("rights", story.rights().copyrightNotice());
    some("byline", lines.byline());
    some("distributor", story.rights().creditline());
    if (lines.dateline() != null && !lines.dateline().isBlank()) {
      xml.open("dateline");
      xml.text("location", lines.dateline().strip());
      xml.close();
    }
    if (lines.summary() != null && !lines.summary().isBlank()) {
      xml.open("abstract");
      xml.text("p", lines.summary().strip());
      xml.close();
    }
    xml.close();
  }

  private void block(Block block, Edition edition) {
    switch (block) {
      case Block.Paragraph(var markup) -> marked("p", markup);
      case Block.Heading(var _, var markup) -> marked("hl2", markup);
      case Block.Quote(var said, var by) -> quote(said, by);
      case Block.Listing(var ordered, var items) -> list(ordered, items);
      case Block.Table table -> table(table);
      case Block.Figure(var id) -> {
        var shot = edition.shot(id);
        if (shot != null) {
          picture(shot);
        }
      }
      case Block.Embed(var url, var title) -> linked("embed", null, title, url);
      case Block.Promo(var label, var headline, var url) -> linked("promo", label, headline, url);
    }
  }

  private void quote(List<String> said, @Nullable String by) {
    xml.open("bq");
    xml.open("block");
    said.forEach(markup -> marked("p", markup));
    xml.close();
    some("credit", by);
    xml.close();
  }

  private void list(boolean ordered, List<String> items) {
    if (!items.isEmpty()) {
      xml.open(ordered ? "ol" : "ul");
      items.forEach(item -> marked("li", item));
      xml.close();
    }
  }

  private void table(Block.Table table) {
    xml.open("table");
    some("caption", table.caption());
    boolean heading = table.heading();
    for (var row : table.rows()) {
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

  private void picture(Edition.Shot shot) {
    var picture = shot.picture();
    var size = shot.size();
    xml.open("media", "media-type", "image");
    xml.open("media-reference", "source", shot.href());
    xml.attribute("mime-type", size.mimeType());
    xml.attribute("alternate-text", picture.altText());
    xml.attribute("height", size.height());
    xml.attribute("width", size.width());
    xml.close();
    some("media-caption", picture.caption());
    some("media-producer", picture.credit());
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
      xml.text("em", label.strip(), "class", "bold");
      xml.characters(" | ");
    }
    if (address == null) {
      xml.characters(text);
    } else {
      xml.text("a", text, "href", address);
    }
    xml.close();
  }

  private void some(String element, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      xml.text(element, text.strip());
    }
  }

  private void marked(String element, String markup) {
    xml.open(element);
    Inline.write(xml, markup, this);
    xml.close();
  }

  /// NITF knows one kind of emphasis; which one it was is its class.
  @Override
  public int emphasis(Xml xml, String tag) {
    switch (tag) {
      case "sub", "sup" -> {
        xml.open("num");
        xml.open(tag);
        return 2;
      }
      case "em", "i" -> xml.open("em");
      case "b", "strong" -> xml.open("em", "class", "bold");
      case "u" -> xml.open("em", "class", "underline");
      case "s" -> xml.open("em", "class", "strike");
      default -> xml.open("em", "class", tag);
    }
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
