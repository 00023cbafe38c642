package newsroom.ingest.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads a block quote: HTML `blockquote`, NITF `bq`.
final class QuoteReader {

  private static final Set<String> ATTRIBUTIONS = Set.of("credit", "footer", "cite");

  private final @Nullable String base;
  private final Pictures pictures;

  QuoteReader(@Nullable String base, Pictures pictures) {
    this.base = base;
    this.pictures = pictures;
  }

  List<Block> read(Element quote) {
    String attribution = null;
    var inner = new BlockWalk(base, pictures);
    for (var node : quote.childNodes()) {
      if (node instanceof Element child && attributes(child)) {
        attribution = Plain.text(child.text());
      } else {
        inner.node(node);
      }
    }
    var rest = new ArrayList<Block>();
    var paragraphs = Flat.lines(inner.blocks(), rest);
    if (!paragraphs.isEmpty()) {
      rest.addFirst(new Block.Quote(List.copyOf(paragraphs), attribution));
    } else if (attribution != null) {
      rest.addFirst(new Block.Paragraph(InlineMarkup.escaped(attribution)));
    }
    return rest;
  }

  private static boolean attributes(Element child) {
    return ATTRIBUTIONS.contains(child.normalName()) && child.hasText();
  }
}
