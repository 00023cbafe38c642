package newsroom.publish.rendition.edition;

import java.util.Set;
import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.rendition.Xml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Writes inline markup into XML, as far as the allow-list goes. Ingest has sanitised it already;
/// nothing that leaves the house takes that on trust.
public final class Inline {

  private static final Set<String> DROPPED =
      Set.of("script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head");

  private Inline() {}

  /// How a form writes emphasis and links.
  public interface Dialect {

    /// Opens what stands for `b`, `code`, `em`, `i`, `s`, `strong`, `sub`, `sup` or `u`, and says
    /// how many elements that were.
    int emphasis(Xml xml, String tag);

    /// Opens one link.
    void link(Xml xml, String href);

    /// Writes a line break.
    void lineBreak(Xml xml);
  }

  /// Writes the markup into the open element.
  public static void write(Xml xml, String markup, Dialect dialect) {
    if (markup.indexOf('<') < 0) {
      xml.characters(Parser.unescapeEntities(markup, false));
      return;
    }
    for (var node : Jsoup.parseBodyFragment(markup).body().childNodes()) {
      write(xml, node, dialect);
    }
  }

  private static void write(Xml xml, Node node, Dialect dialect) {
    if (node instanceof TextNode text) {
      xml.characters(text.getWholeText());
    } else if (node instanceof Element element && !DROPPED.contains(element.normalName())) {
      int open = open(xml, element, dialect);
      if (element.normalName().matches("su[bp]")) {
        // no form has more than letters in them
        xml.characters(element.wholeText());
      } else {
        element.childNodes().forEach(child -> write(xml, child, dialect));
      }
      for (; open > 0; open--) {
        xml.close();
      }
    }
  }

  private static int open(Xml xml, Element element, Dialect dialect) {
    var name = element.normalName();
    return switch (name) {
      case "b", "code", "em", "i", "s", "strong", "sub", "sup", "u" -> dialect.emphasis(xml, name);
      case "a" -> {
        var href = href(element.attr("href"));
        if (href == null || element.parents().is("a")) {
          yield 0;
        }
        dialect.link(xml, href);
        yield 1;
      }
      case "br" -> {
        dialect.lineBreak(xml);
        yield 0;
      }
      default -> 0;
    };
  }

  private static @Nullable String href(String address) {
    return address.matches("(?i)mailto:[^\\s\"'<>]{3,250}") ? address : WebAddress.of(address);
  }

  /// The words alone, in one line.
  public static String words(String markup) {
    if (markup.indexOf('<') < 0) {
      return oneLine(Parser.unescapeEntities(markup, false));
    }
    var body = Jsoup.parseBodyFragment(markup).body();
    body.select(String.join(",", DROPPED)).remove();
    return oneLine(body.text());
  }

  /// The text with every gap a blank.
  public static String oneLine(String text) {
    return Legible.text(text).replaceAll("\\s+", " ").strip();
  }
}
