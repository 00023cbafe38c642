package newsroom.ingest.format.iptc7901;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.teletype.Columns;
import newsroom.ingest.format.teletype.Message;

/// Turns the lines of a text into blocks. A blank line ends a paragraph, an indented line begins
/// one; rows between upright bars are a table; lines in columns stay as they are; lines with a
/// hyphen or a number sign before them are lists and headings.
final class TextBlocks {

  private static final Pattern ORNAMENT = Pattern.compile("[\\h*_=-]+");
  private static final Pattern HEADING = Pattern.compile("(#{1,4})\\h+(\\S.*)");
  private static final Pattern INDENTED = Pattern.compile("(?:\\h{2,}|\\t)\\S.*");

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  static List<Block> of(List<String> lines) {
    var text = new TextBlocks();
    lines.forEach(text::line);
    text.flush();
    return List.copyOf(text.blocks);
  }

  private void line(String raw) {
    var line = Message.plain(raw);
    var heading = HEADING.matcher(line);
    if (line.isEmpty() || ORNAMENT.matcher(line).matches()) {
      flush();
    } else if (heading.matches()) {
      flush();
      var level = Math.clamp(heading.group(1).length() + 1L, 2, 6);
      blocks.add(new Block.Heading(level, Blocks.escaped(heading.group(2))));
    } else {
      if (begins(raw, line)) {
        flush();
      }
      open.add(unpadded(raw));
    }
  }

  /// Whether a line can be no part of the lines before it.
  private boolean begins(String raw, String line) {
    if (open.isEmpty()) {
      return false;
    }
    var last = open.getLast();
    if (Columns.barred(last) != Columns.barred(line)) {
      return true;
    }
    // the lines of a list item that runs on are indented as well
    return INDENTED.matcher(raw).matches()
        && !INDENTED.matcher(last).matches()
        && !item(open.getFirst())
        && last.strip().length() < 60;
  }

  private void flush() {
    if (open.isEmpty()) {
      return;
    }
    if (open.stream().allMatch(Columns::barred)) {
      blocks.add(Columns.table(open));
    } else if (item(open.getFirst())) {
      list();
    } else if (Columns.in(open)) {
      blocks.add(Columns.lines(open));
    } else {
      var words = Plain.text(String.join(" ", open));
      blocks.add(new Block.Paragraph(Blocks.escaped(words == null ? "" : words)));
    }
    open.clear();
  }

  private void list() {
    var items = new ArrayList<StringBuilder>();
    for (var line : open) {
      var words = line.strip();
      if (item(line)) {
        items.add(new StringBuilder(words.substring(2).strip()));
      } else {
        items.getLast().append(' ').append(words);
      }
    }
    blocks.add(
        new Block.Listing(
            false, items.stream().map(item -> Blocks.escaped(item.toString())).toList()));
  }

  private static boolean item(String line) {
    var words = line.strip();
    return words.length() > 2 && (words.startsWith("- ") || words.startsWith("* "));
  }

  /// The line without control characters, its blanks kept.
  private static String unpadded(String raw) {
    var kept = new StringBuilder(raw.length());
    raw.chars()
        .filter(c -> Message.visible(c) || c == '\t')
        .forEach(c -> kept.append(c == '\t' ? "    " : String.valueOf((char) c)));
    return kept.toString();
  }
}
