package newsroom.ingest.format.xml;

import java.util.regex.Pattern;
import newsroom.ingest.format.Unreadable;
import org.jsoup.parser.Parser;

/// Rewrites a document so that a strict parser needs nothing from outside of it: declaration,
/// DOCTYPE, comments and processing instructions fall away, named characters become characters, an
/// ampersand or an angle bracket that begins nothing is text.
final class PlainXml {

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,8}|[xX][0-9a-fA-F]{1,8})|([a-zA-Z_][\\w.-]{0,63}));");

  /// What windows-1252 has where Unicode has control characters: browsers read `&#150;` so, and
  /// agencies write it.
  private static final String WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

  private static final int MOST_STRAYS = 100_000;

  private final String text;
  private final StringBuilder out;
  private final Entities entities = new Entities();
  private int strays;

  PlainXml(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 64);
  }

  String rewritten() throws Unreadable {
    var at = 0;
    while (at < text.length()) {
      var c = text.charAt(at);
      if (c == '&') {
        at = reference(at);
      } else if (c == '<' && at + 1 < text.length() && "!?".indexOf(text.charAt(at + 1)) >= 0) {
        at = declaration(at);
      } else if (c == '<' && !beginsTag(at + 1)) {
        stray("&lt;");
        at++;
      } else {
        var end = at + 1;
        while (end < text.length() && text.charAt(end) != '&' && text.charAt(end) != '<') {
          end++;
        }
        out.append(text, at, end);
        at = end;
      }
    }
    var start = 0;
    while (start < out.length() && Character.isWhitespace(out.charAt(start))) {
      start++;
    }
    return out.substring(start);
  }

  private boolean beginsTag(int at) {
    var c = at < text.length() ? text.charAt(at) : ' ';
    return c == '/' || c == '_' || c == ':' || Character.isLetter(c);
  }

  private int declaration(int at) throws Unreadable {
    if (text.startsWith("<!--", at)) {
      return after("-->", at + 4, "a comment");
    }
    if (text.startsWith("<?", at)) {
      return after("?>", at, "a processing instruction");
    }
    if (text.startsWith("<![CDATA[", at)) {
      var end = after("]]>", at, "a CDATA section");
      out.append(text, at, end);
      return end;
    }
    if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
      return entities.declared(text, at);
    }
    out.append('<');
    return at + 1;
  }

  private int after(String end, int from, String what) throws Unreadable {
    var found = text.indexOf(end, from);
    if (found < 0) {
      throw new Unreadable("the XML ends within " + what + "; the wire seems to be cut off");
    }
    return found + end.length();
  }

  private int reference(int at) throws Unreadable {
    if (!beginsReference(at + 1)) {
      stray("&amp;");
      return at + 1;
    }
    var reference = REFERENCE.matcher(text).region(at, Math.min(text.length(), at + 70));
    if (!reference.lookingAt()) {
      stray("&amp;");
      return at + 1;
    }
    if (reference.group(1) != null) {
      number(reference.group(1));
    } else {
      name(reference.group(2));
    }
    return reference.end();
  }

  /// A character that begins nothing is text, as long as it is a slip of the pen.
  private void stray(String escaped) throws Unreadable {
    if (++strays > MOST_STRAYS) {
      throw new Unreadable(
          "the XML has more than "
              + MOST_STRAYS
              + " ampersands and angle brackets that begin nothing");
    }
    out.append(escaped);
  }

  private boolean beginsReference(int at) {
    var c = at < text.length() ? text.charAt(at) : ' ';
    return c == '#' || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void number(String digits) {
    var hex = digits.charAt(0) == 'x' || digits.charAt(0) == 'X';
    var code = hex ? Long.parseLong(digits.substring(1), 16) : Long.parseLong(digits);
    if (code >= 0x80 && code < 0xA0) {
      out.append(WINDOWS.charAt((int) code - 0x80));
    } else if (allowed(code)) {
      out.append("&#").append(code).append(';');
    }
  }

  private static boolean allowed(long code) {
    return code < ' '
        ? code == '\t' || code == '\n' || code == '\r'
        : code < 0xD800 || (code >= 0xE000 && code < 0xFFFE) || (code > 0xFFFF && code <= 0x10FFFF);
  }

  private void name(String name) throws Unreadable {
    switch (name) {
      case "amp", "lt", "gt", "quot", "apos" -> out.append('&').append(name).append(';');
      default -> {
        var words = entities.words(name);
        if (words == null) {
          var html = Parser.unescapeEntities("&" + name + ";", true);
          words = html.equals("&" + name + ";") ? "&amp;" + name + ";" : escaped(html);
        }
        out.append(words);
      }
    }
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
