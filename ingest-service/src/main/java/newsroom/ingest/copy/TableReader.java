package newsroom.ingest.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads a table of rows and cells; tells it from one that only arranges a page.
final class TableReader {

  private static final int WIDEST = 100;

  private final @Nullable String base;
  private final Pictures pictures;

  TableReader(@Nullable String base, Pictures pictures) {
    this.base = base;
    this.pictures = pictures;
  }

  /// Whether it only arranges a page: it holds other tables, or has a single column.
  boolean layoutOnly(Element table) {
    return table.selectFirst("table table") != null
        || rows(table).stream().allMatch(row -> cells(row).size() < 2);
  }

  List<Block> read(Element table) {
    var rest = new ArrayList<Block>();
    var rows = new ArrayList<List<String>>();
    var heading = false;
    for (var row : rows(table)) {
      var cells = new ArrayList<String>();
      for (var cell : cells(row)) {
        cells.add(markup(cell, rest));
        for (var i = 1; i < span(cell) && cells.size() < WIDEST; i++) {
          cells.add("");
        }
      }
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        heading |= rows.isEmpty() && heads(row);
        rows.add(List.copyOf(cells));
      }
    }
    var caption = Plain.text(table.select("> caption").text());
    if (!rows.isEmpty()) {
      rest.addFirst(new Block.Table(caption, heading, List.copyOf(rows)));
    }
    return rest;
  }

  private String markup(Element cell, List<Block> rest) {
    var inner = new BlockWalk(base, pictures);
    inner.children(cell);
    return String.join("<br>", Flat.lines(inner.blocks(), rest));
  }

  private static List<Element> rows(Element table) {
    return table.children().stream()
        .flatMap(
            child ->
                child.nameIs("tr")
                    ? Stream.of(child)
                    : child.nameIs("caption") ? Stream.empty() : child.select("> tr").stream())
        .toList();
  }

  private static List<Element> cells(Element row) {
    return row.children().stream().filter(cell -> cell.nameIs("td") || cell.nameIs("th")).toList();
  }

  private static boolean heads(Element row) {
    var parent = row.parent();
    return (parent != null && parent.nameIs("thead"))
        || cells(row).stream().allMatch(cell -> cell.nameIs("th"));
  }

  private static int span(Element cell) {
    var span = cell.attr("colspan");
    return span.matches("\\d{1,2}") ? Integer.parseInt(span) : 1;
  }
}
