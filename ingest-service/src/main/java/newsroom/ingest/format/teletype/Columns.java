package newsroom.ingest.format.teletype;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;

/// Text that is set in columns.
public final class Columns {

  private static final Pattern GAP = Pattern.compile("\\S\\h{3,}\\S");

  private Columns() {}

  /// Whether these lines are set in columns: at least two have a gap in them that no writer makes.
  public static boolean in(List<String> lines) {
    return lines.stream().filter(line -> GAP.matcher(line).find()).limit(2).count() == 2;
  }

  /// Whether a line is the row of a table between upright bars.
  public static boolean barred(String line) {
    var row = line.strip();
    return row.length() > 2 && row.startsWith("|") && row.endsWith("|");
  }

  /// The rows between upright bars as a table.
  public static Block table(List<String> lines) {
    var rows = new ArrayList<List<String>>();
    for (var line : lines) {
      var row = line.strip();
      rows.add(
          List.of(row.substring(1, row.length() - 1).split("\\|", -1)).stream()
              .map(cell -> Blocks.escaped(cell.strip()))
              .toList());
    }
    return new Block.Table(null, false, List.copyOf(rows));
  }

  /// The lines as they are, one below the other, with their blanks.
  public static Block lines(List<String> lines) {
    var kept =
        lines.stream()
            .map(line -> Blocks.escaped(line.stripTrailing().replace("  ", "\u00A0 ")))
            .toList();
    return new Block.Paragraph(String.join("<br>", kept));
  }
}
