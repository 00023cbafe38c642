package newsroom.ingest.format.dpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.copy.TagSoup;
import newsroom.ingest.format.json.Keys;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the text of an entry: the article, then its info box, then its links.
final class ArticleText {

  private final Keys entry;

  ArticleText(Keys entry) {
    this.entry = entry;
  }

  List<Block> blocks(Pictures pictures) {
    var blocks = new ArrayList<Block>();
    var subhead = Plain.ofMarkup(entry.raw("subhead"));
    if (subhead != null && entry.text("teaser") != null) {
      blocks.addAll(
          Blocks.ofTree(
              new Element("div").appendChild(new Element("h2").text(subhead)), null, pictures));
    }
    for (var key : List.of("articlehtml", "infoboxhtml", "linkboxhtml")) {
      blocks.addAll(part(entry.raw(key), pictures));
    }
    return List.copyOf(blocks);
  }

  private List<Block> part(@Nullable String html, Pictures pictures) {
    if (html == null) {
      return List.of();
    }
    var body = TagSoup.parse(html);
    if (entry.text("dateline") != null) {
      // some entries have it twice: in its own field and at the front of the text
      body.select("span.dateline").remove();
    }
    for (var element : body.select("[src]")) {
      if (isEmbed(element)) {
        element.tagName("iframe");
      }
    }
    return Blocks.ofTree(body, null, pictures);
  }

  /// Elements of dpa's own, as `dnl-youtubeembed`, show what stands at their address.
  private static boolean isEmbed(Element element) {
    var name = element.normalName().toLowerCase(Locale.ROOT);
    return name.startsWith("dnl-") && name.endsWith("embed");
  }
}
