package newsroom.publish.rendition.html;

import gg.jte.Content;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import newsroom.publish.rendition.Legible;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;

/// Inline markup of a story, let through only as far as the allow-list goes. Ingest has sanitised
/// it already; a page does not take that on trust.
public final class Markup {

  private static final Set<String> PLAIN =
      Set.of("b", "code", "em", "i", "s", "strong", "sub", "sup", "u");
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)>");
  private static final Safelist ALLOWED =
      new Safelist()
          .addTags(PLAIN.toArray(String[]::new))
          .addTags("a", "br")
          .addAttributes("a", "href")
          .addProtocols("a", "href", "http", "https", "mailto");
  private static final Document.OutputSettings AS_IT_IS =
      new Document.OutputSettings().prettyPrint(false);

  private Markup() {}

  static Content safe(String markup) {
    String allowed = allowed(markup);
    return output -> output.writeContent(allowed);
  }

  /// The markup without what is not allowed.
  public static String allowed(String markup) {
    if (harmless(markup)) {
      return markup;
    }
    // the cleaner would write what is illegible as a reference, which is legible
    return Jsoup.clean(Legible.text(markup), "", ALLOWED, AS_IT_IS).strip();
  }

  /// The words alone.
  public static String words(String markup) {
    if (markup.indexOf('<') < 0) {
      return Parser.unescapeEntities(markup, false);
    }
    return Jsoup.parseBodyFragment(markup).text();
  }

  /// Most paragraphs hold no tag or a well nested pair of emphasis, which cannot do harm as they
  /// stand; parsing each as a document would be most of the time that a page takes.
  private static boolean harmless(String markup) {
    int open = markup.indexOf('<');
    if (open < 0) {
      return true;
    }
    Deque<String> inside = new ArrayDeque<>();
    Matcher tag = TAG.matcher(markup);
    while (open >= 0) {
      if (!tag.region(open, markup.length()).lookingAt() || !PLAIN.contains(tag.group(2))) {
        return false;
      }
      if (tag.group(1).isEmpty()) {
        inside.push(tag.group(2));
      } else if (!tag.group(2).equals(inside.poll())) {
        return false;
      }
      open = markup.indexOf('<', tag.end());
    }
    return inside.isEmpty();
  }
}
