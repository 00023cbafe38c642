package newsroom.ingest.copy;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// HTML as agencies and their enemies write it, read as browsers read it: the one way from markup
/// to a tree.
public final class TagSoup {

  private static final int DEEPEST = 100;
  private static final int LONGEST_NAME = 100;

  private TagSoup() {}

  /// The body of a document or a fragment.
  public static Element parse(String html) {
    return Jsoup.parse(tamed(html), "", Parser.htmlParser().setMaxDepth(DEEPEST)).body();
  }

  /// No element has a name of a hundred letters, and the parser takes a time that grows with the
  /// square of a name's length: what looks like one is text.
  private static String tamed(String html) {
    StringBuilder tamed = null;
    var kept = 0;
    for (var open = html.indexOf('<'); open >= 0; ) {
      var end = nameEnd(html, open + 1);
      if (end - open > LONGEST_NAME) {
        tamed = tamed == null ? new StringBuilder(html.length() + 64) : tamed;
        tamed.append(html, kept, open).append(html.substring(open, end).replace("<", "&lt;"));
        kept = end;
      }
      open = html.indexOf('<', Math.max(end, open + 1));
    }
    return tamed == null ? html : tamed.append(html, kept, html.length()).toString();
  }

  /// Where a name ends that may begin here, after a slash or none.
  private static int nameEnd(String html, int from) {
    var at = from < html.length() && html.charAt(from) == '/' ? from + 1 : from;
    if (at >= html.length() || !Character.isLetter(html.charAt(at))) {
      return from;
    }
    while (at < html.length() && !ends(html.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean ends(char c) {
    return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
