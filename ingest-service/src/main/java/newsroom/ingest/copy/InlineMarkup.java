package newsroom.ingest.copy;

import java.util.ArrayList;
import java.util.List;

/// Writes the safe inline markup of running text. Two line breaks in a row end a paragraph, also
/// inside of tags, which go on in the next one; a tag without text is never written.
final class InlineMarkup {

  private record Tag(String name, String start) {}

  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private final List<Tag> tags = new ArrayList<>();
  private int written;
  private int breaks;
  private boolean blank;
  private boolean visible;

  void open(String name, String start) {
    tags.add(new Tag(name, start));
  }

  boolean inside(String name) {
    return tags.stream().anyMatch(tag -> tag.name().equals(name));
  }

  void close() {
    var tag = tags.removeLast();
    if (written > tags.size()) {
      line.append("</").append(tag.name()).append('>');
      written--;
    }
  }

  void lineBreak() {
    breaks++;
    blank = false;
  }

  void text(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c <= ' ' || c == '\u2028' || c == '\u2029') {
        blank |= c == ' ' || Character.isWhitespace(c);
      } else if (WireText.allowed(c) && c != '\uFEFF') {
        settle();
        visible |= c != '\u00A0' && c != '\u200B';
        append(line, c);
      }
    }
  }

  /// Text whose line ends and columns count.
  void preformatted(String text) {
    for (var row : text.replace("\r\n", "\n").replace("\t", "    ").split("\n", -1)) {
      text(row.replace("  ", "\u00A0 ").replaceFirst("^ ", "\u00A0"));
      lineBreak();
    }
  }

  boolean isEmpty() {
    return line.isEmpty() && paragraphs.isEmpty();
  }

  /// The paragraphs so far; open tags stay open.
  List<String> end() {
    endParagraph();
    breaks = 0;
    blank = false;
    var ended = List.copyOf(paragraphs);
    paragraphs.clear();
    return ended;
  }

  static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      append(escaped, text.charAt(i));
    }
    return escaped.toString();
  }

  private void settle() {
    if (breaks > 1) {
      endParagraph();
    } else if (breaks == 1 && !line.isEmpty()) {
      line.append("<br>");
    } else if (blank && !line.isEmpty()) {
      line.append(' ');
    }
    breaks = 0;
    blank = false;
    for (; written < tags.size(); written++) {
      line.append(tags.get(written).start());
    }
  }

  private void endParagraph() {
    for (; written > 0; written--) {
      line.append("</").append(tags.get(written - 1).name()).append('>');
    }
    if (visible) {
      paragraphs.add(line.toString());
    }
    line.setLength(0);
    visible = false;
  }

  private static void append(StringBuilder to, char c) {
    switch (c) {
      case '&' -> to.append("&amp;");
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      case '"' -> to.append("&quot;");
      default -> to.append(c);
    }
  }
}
