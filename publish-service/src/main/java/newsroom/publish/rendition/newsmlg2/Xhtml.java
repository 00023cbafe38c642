package newsroom.publish.rendition.newsmlg2;

import java.util.List;
import newsroom.publish.rendition.Xml;
import newsroom.publish.rendition.edition.Edition;
import newsroom.publish.rendition.edition.Inline;
import newsroom.publish.rendition.edition.XmlText;
import newsroom.publish.story.Block;
import org.jspecify.annotations.Nullable;

/// Writes the text as XHTML. What is to be shown from elsewhere is a link: receivers drop frames,
/// and what they drop is lost.
final class Xhtml implements Inline.Dialect {

  private final Xml xml;
  private final XmlText text;

  Xhtml(Xml xml) {
    this.xml = xml;
    this.text = new XmlText(xml, this);
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
      case Block.Paragraph(var markup) -> text.marked("p", markup);
      case Block.Heading(var level, var markup) ->
          text.marked("h" + Math.clamp(level, 2, 6), markup);
      case Block.Quote(var said, var by) -> quote(said, by);
      case Block.Listing list -> text.list(list);
      case Block.Table table -> text.table(table);
      case Block.Figure(var id) -> {
        var shot = edition.shot(id);
        if (shot != null) {
          figure(shot);
        }
      }
      case Block.Embed(var url, var title) -> text.linked("embed", null, title, url);
      case Block.Promo(var label, var headline, var url) ->
          text.linked("promo", label, headline, url);
    }
  }

  private void quote(List<String> said, @Nullable String by) {
    xml.open("blockquote");
    said.forEach(markup -> text.marked("p", markup));
    text.some("footer", by);
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
    text.some(
        "figcaption",
        credit == null || credit.isBlank() ? caption : caption + " (" + credit.strip() + ")");
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
