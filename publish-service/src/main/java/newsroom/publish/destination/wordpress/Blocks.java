package newsroom.publish.destination.wordpress;

import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.html.Markup;
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

  /// A paragraph of ready HTML.
  String paragraph(String html) {
    return wrapped("paragraph", null, "<p>" + html + "</p>");
  }

  String item(String html) {
    return wrapped("list-item", null, "<li>" + html + "</li>");
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
