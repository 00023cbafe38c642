package newsroom.ingest.format.anpa1312;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.format.teletype.Message;
import org.jspecify.annotations.Nullable;

/// The lines of a text by what they are. A circumflex begins a line that stands by itself, as a
/// headline does, and a less-than, equals or plus sign ends it; a tab or blanks begin a paragraph;
/// semicolons part the columns of a table's row, which a backspace may begin.
///
/// @param kind what a line is
/// @param words without the signs
record TextLine(Kind kind, String words) {

  /// What a line is.
  enum Kind {
    /// Stands by itself.
    SINGLE,
    /// A paragraph.
    PARAGRAPH,
    /// A row of a table.
    ROW
  }

  private static final char ROW_BEGINS = '\b';
  private static final String SPACE_BAND = "\u0010";
  private static final Pattern ORNAMENT = Pattern.compile("[\\h_*=<-]+");

  /// Sorts the lines of a text. Lines that only go on are put to the line that they belong to.
  static List<TextLine> of(List<String> text) {
    var lines = new ArrayList<TextLine>();
    var open = new StringBuilder();
    var kind = Kind.SINGLE;
    for (var raw : text) {
      var line = Message.plain(raw.replace(SPACE_BAND + " ", " ").replace(SPACE_BAND, " "));
      var next = kind(raw, line);
      if (line.isEmpty() || ORNAMENT.matcher(line).matches()) {
        add(lines, kind, open);
        kind = Kind.SINGLE;
        continue;
      }
      // what begins with none of the signs goes on with the paragraph before it
      var goesOn = next == null && !open.isEmpty();
      if (!goesOn) {
        add(lines, kind, open);
        kind = next == null ? Kind.SINGLE : next;
      }
      open.append(open.isEmpty() ? "" : " ")
          .append(line.startsWith("^") ? line.substring(1) : line);
      if ((kind == Kind.SINGLE && (ends(line) || next == null)) || kind == Kind.ROW) {
        add(lines, kind, open);
      }
    }
    add(lines, kind, open);
    return lines;
  }

  private static @Nullable Kind kind(String raw, String line) {
    if (raw.indexOf(ROW_BEGINS) >= 0 || row(line)) {
      return Kind.ROW;
    }
    if (line.startsWith("^") || line.startsWith("==")) {
      return Kind.SINGLE;
    }
    return raw.startsWith("\t") || raw.startsWith("   ") ? Kind.PARAGRAPH : null;
  }

  /// Two columns at least, and no blank behind the semicolons as sentences have it.
  private static boolean row(String line) {
    var columns = 0;
    for (var at = line.indexOf(';'); at >= 0 && columns < 2; at = line.indexOf(';', at + 1)) {
      columns += at + 1 < line.length() && line.charAt(at + 1) != ' ' ? 1 : 0;
    }
    return columns == 2;
  }

  private static boolean ends(String line) {
    return line.endsWith("<") || line.endsWith("=") || line.endsWith("+");
  }

  private static void add(List<TextLine> lines, Kind kind, StringBuilder open) {
    var words = open.toString().strip();
    open.setLength(0);
    var end = words.length();
    while (end > 0 && "<=+ ".indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end > 0) {
      lines.add(new TextLine(kind, words.substring(0, end)));
    }
  }
}
