package newsroom.ingest.copy;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Plain text: one line, single blanks, no control characters.
public final class Plain {

  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\\w+);");
  private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div|/li)\\b[^<>]*>");

  private Plain() {}

  /// The text in one line; null where there is nothing to read.
  public static @Nullable String text(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var line = new StringBuilder(text.length());
    var blank = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0') {
        blank = true;
      } else if (WireText.allowed(c) && c != '\uFEFF') {
        if (blank && !line.isEmpty()) {
          line.append(' ');
        }
        line.append(c);
        blank = false;
      }
    }
    return line.isEmpty() ? null : line.toString();
  }

  /// The text of something that may be HTML or may be plain, as titles in feeds are.
  public static @Nullable String ofMarkup(@Nullable String text) {
    return text == null || !MARKUP.matcher(text).find()
        ? text(text)
        : text(TagSoup.parse(BREAK.matcher(text).replaceAll(" $0")).text());
  }

  /// The text with characters for the entities in it, line ends kept.
  public static String unescaped(String text) {
    return Parser.unescapeEntities(text, false);
  }

  /// The first of the texts that says something.
  public static @Nullable String first(@Nullable String... texts) {
    for (var text : texts) {
      var plain = text(text);
      if (plain != null) {
        return plain;
      }
    }
    return null;
  }

  /// Cut at a word's end, with an ellipsis, where it is longer.
  public static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    var end = text.lastIndexOf(' ', length);
    return text.substring(0, end > length / 2 ? end : length).stripTrailing() + " …";
  }
}
