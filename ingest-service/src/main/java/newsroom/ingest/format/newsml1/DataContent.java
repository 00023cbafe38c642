package newsroom.ingest.format.newsml1;

import java.util.List;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Pictures;
import newsroom.ingest.format.nitf.NitfText;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the text of a content item: NITF, a page, pieces of either, markup in plain characters or
/// plain text, told from what is there and not from what the format is called.
///
/// @param nitf what a whole NITF document says besides; null for anything else
record DataContent(@Nullable NitfText nitf, List<Block> body) {

  static DataContent of(Part part, Pictures pictures) {
    var data = Tree.child(part.content(), "DataContent");
    if (data == null) {
      data = Tree.child(part.content(), "Encoding", "DataContent");
      var encoded = Tree.attribute(Tree.child(part.content(), "Encoding"), "Notation");
      if (data == null || (encoded != null && encoded.matches("(?i).*base64.*"))) {
        return new DataContent(null, List.of());
      }
    }
    var nitf = Tree.child(data, "nitf");
    if (nitf != null) {
      var text = NitfText.of(nitf, pictures);
      return new DataContent(text, text.body());
    }
    var page = Tree.child(data, "html", "body");
    return new DataContent(null, page == null ? blocks(data, pictures) : blocks(page, pictures));
  }

  private static List<Block> blocks(Element data, Pictures pictures) {
    if (!data.children().isEmpty()) {
      return Blocks.ofTree(data, null, pictures);
    }
    var text = data.wholeText();
    var markup = text.length() < 1_000_000 && text.matches("(?s)\\s*<\\w.*>\\s*");
    return markup ? Blocks.ofHtml(text, null, pictures) : Blocks.ofText(text);
  }
}
