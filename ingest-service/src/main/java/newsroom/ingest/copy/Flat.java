package newsroom.ingest.copy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes lines of blocks that stand where only lines may, as in a quote, a list item or a table's
/// cell.
final class Flat {

  private Flat() {}

  /// @param rest takes what is no text: pictures, embeds
  static List<String> lines(List<Block> blocks, List<Block> rest) {
    var lines = new ArrayList<String>();
    for (var block : blocks) {
      switch (block) {
        case Block.Paragraph(var markup) -> lines.add(markup);
        case Block.Heading(_, var markup) -> lines.add("<strong>" + markup + "</strong>");
        case Block.Quote(var paragraphs, var attribution) -> {
          lines.addAll(paragraphs);
          if (attribution != null) {
            lines.add("— " + InlineMarkup.escaped(attribution));
          }
        }
        case Block.Listing(_, var items) -> items.forEach(item -> lines.add("• " + item));
        case Block.Table(_, _, var rows) -> rows.forEach(row -> lines.add(String.join(" · ", row)));
        case Block.Promo(var label, var headline, var url) ->
            lines.add(promo(label, headline, url));
        case Block.Figure _, Block.Embed _ -> rest.add(block);
      }
    }
    return lines;
  }

  private static String promo(String label, String headline, @Nullable String url) {
    var text = InlineMarkup.escaped(headline);
    return InlineMarkup.escaped(label)
        + " | "
        + (url == null ? text : "<a href=\"" + InlineMarkup.escaped(url) + "\">" + text + "</a>");
  }
}
