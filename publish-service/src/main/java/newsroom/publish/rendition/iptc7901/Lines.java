package newsroom.publish.rendition.iptc7901;

import java.util.ArrayList;
import java.util.List;
import newsroom.publish.rendition.edition.Inline;

/// Lines of no more than 69 characters. A word that is longer, as an address, has a line of its
/// own.
final class Lines {

  static final int LONGEST = 69;
  private static final String END = "\r\n";

  private final StringBuilder text = new StringBuilder();

  /// A paragraph, its first line further in than the others.
  void paragraph(String words) {
    boolean item = words.startsWith("- ");
    boolean row = words.startsWith("| ") && words.endsWith(" |");
    if (row && words.length() <= LONGEST) {
      text.append(Letters.plain(words)).append(END);
      return;
    }
    var first = item ? "" : "   ";
    wrapped(first, item ? "  " : "", row ? words.replace("|", " ").strip() : words)
        .forEach(line -> text.append(line).append(END));
  }

  /// Lines that follow each other without a gap, and have something behind the last.
  void head(String words, String behind) {
    var lines = wrapped("", "", Inline.oneLine(words) + behind);
    lines.forEach(line -> text.append(line).append(END));
  }

  void line(String words) {
    text.append(Letters.plain(words)).append(END);
  }

  void blank() {
    text.append(END);
  }

  private static List<String> wrapped(String first, String others, String words) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(first);
    int empty = first.length();
    for (var word : Letters.plain(words).split(" +", -1)) {
      if (line.length() > empty && line.length() + 1 + word.length() > LONGEST) {
        lines.add(line.toString());
        line = new StringBuilder(others);
        empty = others.length();
      }
      line.append(line.length() > empty ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
