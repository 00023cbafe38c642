package newsroom.publish.rendition.nitf;

import java.util.List;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.rendition.edition.XmlText;
import newsroom.publish.story.Block;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// Writes `body`: what readers see.
final class Text implements Inline.Dialect {

  private final Xml xml;
  private final XmlText text;

  Text(Xml xml) {
    this.xml = xml;
    this.text = new XmlText(xml, this);
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
    text.some("rights", story.rights().copyrightNotice());
    text.some("byline", lines.byline());
    text.some("distributor", story.rights().creditline());
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
      case Block.Paragraph(var markup) -> text.marked("p", markup);
      case Block.Heading(var _, var markup) -> text.marked("hl2", markup);
      case Block.Quote(var said, var by) -> quote(said, by);
      case Block.Listing list -> text.list(list);
      case Block.Table table -> text.table(table);
      case Block.Figure(var id) -> {
        var shot = edition.shot(id);
        if (shot != null) {
          picture(shot);
        }
      }
      case Block.Embed(var url, var title) -> text.linked("embed", null, title, url);
      case Block.Promo(var label, var headline, var url) ->
          text.linked("promo", label, headline, url);
    }
  }

  private void quote(List<String> said, @Nullable String by) {
    xml.open("bq");
    xml.open("block");
    said.forEach(markup -> text.marked("p", markup));
    xml.close();
    text.some("credit", by);
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
    text.some("media-caption", picture.caption());
    text.some("media-producer", picture.credit());
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
