package newsroom.publish.destination.wordpress;

import java.util.List;
import java.util.stream.Collectors;
import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.html.Markup;
import newsroom.publish.story.Block;
import org.jspecify.annotations.Nullable;

/// Writes a post's content, in the blocks of WordPress's editor or in the plain HTML of its older
/// one. Nothing of a wire gets through but the allowed markup: no script, no block of its own, and
/// no shortcode, which WordPress would carry out.
final class Blocks {

  private final boolean blocks;
  private final StringBuilder content = new StringBuilder();

  /// @param blocks false for plain HTML
  Blocks(boolean blocks) {
    this.blocks = blocks;
  }

  /// A block that holds this HTML.
  ///
  /// @param attributes JSON of the newsroom's own making; null for none
  void add(String block, @Nullable String attributes, String html) {
    content.append(wrapped(block, attributes, html)).append('\n');
    if (blocks) {
      content.append('\n');
    }
  }

  private String wrapped(String block, @Nullable String attributes, String html) {
    var json = attributes == null ? "" : attributes + " ";
    return blocks
        ? "<!-- wp:" + block + " " + json + "-->\n" + html + "\n<!-- /wp:" + block + " -->"
        : html;
  }

  void quote(List<String> paragraphs, @Nullable String by) {
    var said =
        paragraphs.stream()
            .map(it -> wrapped("paragraph", null, "<p>" + inline(it) + "</p>"))
            .collect(Collectors.joining("\n"));
    var cite = by == null || by.isBlank() ? "" : "<cite>" + text(by.strip()) + "</cite>";
    add("quote", null, "<blockquote class=\"wp-block-quote\">" + said + cite + "</blockquote>");
  }

  void list(boolean ordered, List<String> items) {
    if (!items.isEmpty()) {
      var tag = ordered ? "ol" : "ul";
      var inside =
          items.stream()
              .map(item -> wrapped("list-item", null, "<li>" + inline(item) + "</li>"))
              .collect(Collectors.joining("\n"));
      var attributes = ordered ? "{\"ordered\":true}" : null;
      add("list", attributes, "<" + tag + ">" + inside + "</" + tag + ">");
    }
  }

  void table(Block.Table table) {
    var rows = table.rows().stream().filter(row -> !row.isEmpty()).toList();
    if (!rows.isEmpty()) {
      int heads = table.heading() ? 1 : 0;
      var caption = table.caption();
      var html =
          "<figure class=\"wp-block-table\"><table>"
              + rows("thead", "th", rows.subList(0, heads))
              + rows("tbody", "td", rows.subList(heads, rows.size()))
              + "</table>"
              + (caption == null ? "" : figcaption(text(caption)))
              + "</figure>";
      add("table", null, html);
    }
  }

  private static String rows(String part, String cell, List<List<String>> rows) {
    var inside =
        rows.stream().map(row -> "<tr>" + cells(cell, row) + "</tr>").collect(Collectors.joining());
    return inside.isEmpty() ? "" : "<" + part + ">" + inside + "</" + part + ">";
  }

  private static String cells(String cell, List<String> row) {
    return row.stream()
        .map(it -> "<" + cell + ">" + inline(it) + "</" + cell + ">")
        .collect(Collectors.joining());
  }

  static String figcaption(String html) {
    return "<figcaption class=\"wp-element-caption\">" + html + "</figcaption>";
  }

  String content() {
    return content.toString().strip();
  }

  /// Inline markup from a wire.
  static String inline(String markup) {
    return noShortcode(Markup.allowed(Legible.text(markup)));
  }

  /// Plain words from a wire.
  static String text(String words) {
    return noShortcode(
        Legible.text(words)
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;"));
  }

  private static String noShortcode(String html) {
    return html.replace("[", "&#091;");
  }
}
