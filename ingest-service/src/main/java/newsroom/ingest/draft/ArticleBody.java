package newsroom.ingest.draft;

import java.util.List;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Picture;
import newsroom.schema.Embed;
import newsroom.schema.Figure;
import newsroom.schema.Heading;
import newsroom.schema.Listing;
import newsroom.schema.Paragraph;
import newsroom.schema.Promo;
import newsroom.schema.Quote;
import newsroom.schema.Rendition;
import newsroom.schema.Row;
import newsroom.schema.Table;

/// The part of the mapping that reads and looks: blocks and pictures.
final class ArticleBody {

  private ArticleBody() {}

  static List<newsroom.schema.Block> blocks(List<Block> body) {
    return body.stream().map(block -> new newsroom.schema.Block(content(block))).toList();
  }

  private static Object content(Block block) {
    return switch (block) {
      case Block.Paragraph(var markup) -> new Paragraph(markup);
      case Block.Heading(var level, var markup) -> new Heading(level, markup);
      case Block.Quote(var paragraphs, var attribution) ->
          new Quote(List.copyOf(paragraphs), attribution);
      case Block.Listing(var ordered, var items) -> new Listing(ordered, List.copyOf(items));
      case Block.Table(var caption, var heading, var rows) ->
          new Table(caption, heading, rows.stream().map(ArticleBody::row).toList());
      case Block.Figure(var picture) -> new Figure(picture);
      case Block.Embed(var url, var title) -> new Embed(url, title);
      case Block.Promo(var label, var headline, var url) -> new Promo(label, headline, url);
    };
  }

  private static Row row(List<String> cells) {
    return new Row(List.copyOf(cells));
  }

  static List<newsroom.schema.Picture> pictures(List<Picture> pictures) {
    return pictures.stream().map(ArticleBody::picture).toList();
  }

  private static newsroom.schema.Picture picture(Picture picture) {
    return newsroom.schema.Picture.newBuilder()
        .setId(picture.id())
        .setCaption(picture.caption())
        .setCredit(picture.credit())
        .setAltText(picture.altText())
        .setRenditions(picture.renditions().stream().map(ArticleBody::rendition).toList())
        .build();
  }

  private static Rendition rendition(Picture.Rendition size) {
    return new Rendition(size.name(), size.href(), size.mimeType(), size.width(), size.height());
  }
}
