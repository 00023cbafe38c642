package newsroom.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table: the first row is the heading, the first column names the rows.
///
/// @param rows all of the same length
public record Table(List<List<String>> rows) {

  /// A table with this heading and no row yet.
  public static Table headed(String... heading) {
    return new Table(new ArrayList<>(List.of(List.of(heading))));
  }

  /// Adds a row.
  public Table row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          cells.length + " cells under a heading of " + rows.getFirst().size());
    }
    rows.add(List.of(cells));
    return this;
  }

  /// As Markdown, with columns aligned so that it reads well on a terminal too.
  public String markdown() {
    var widths = IntStream.range(0, rows.getFirst().size()).map(this::width).toArray();
    var lines = new ArrayList<String>();
    rows.forEach(row -> lines.add(line(row, widths)));
    lines.add(1, rule(widths));
    return String.join("\n", lines);
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> pad(row.get(column), widths[column], column == 0))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String pad(String cell, int width, boolean left) {
    var blanks = " ".repeat(width - cell.length());
    return left ? cell + blanks : blanks + cell;
  }

  private static String rule(int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            column ->
                column == 0
                    ? "-".repeat(widths[0])
                    : "-".repeat(Math.max(1, widths[column] - 1)) + ":")
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
