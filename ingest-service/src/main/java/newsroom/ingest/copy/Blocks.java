package newsroom.ingest.copy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Turns a body in HTML, XHTML, NITF or plain text into typed blocks. What comes out holds no
/// markup but what is on the allow-list of [Block]; scripts, styles, event attributes and addresses
/// that are not http, https or mailto are gone. No text is lost: what stands outside of any block
/// becomes a paragraph.
public final class Blocks {

  /// What nests deeper is read as if it did not: no writer nests so deep.

  private static final int ENOUGH = 16_384;
  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\h*\\R\\s*|\\R\\h*(?=[*•] )");

  private Blocks() {}

  /// Reads tag soup as browsers do.
  ///
  /// @param base what relative addresses are relative to
  /// @param pictures takes the pictures that stand in the text
  public static List<Block> ofHtml(String html, @Nullable String base, Pictures pictures) {
    return ofTree(TagSoup.parse(html), base, pictures);
  }

  /// Reads the content of an element, of whatever namespace; elements are known by their local
  /// names.
  public static List<Block> ofTree(Element root, @Nullable String base, Pictures pictures) {
    if (plainInside(root)) {
      return ofText(root.wholeText());
    }
    var walk = new BlockWalk(base, pictures);
    walk.children(root);
    return walk.blocks();
  }

  /// Old systems put their plain text into one paragraph of markup as it is, blank lines and all.
  private static boolean plainInside(Element root) {
    var elements = root.getAllElements();
    return elements.size() < 3
        && elements.stream()
            .skip(1)
            .allMatch(element -> element.nameIs("p") || element.nameIs("div"))
        && BLANK_LINE.matcher(root.wholeText().strip()).find();
  }

  /// Reads plain text: a blank line ends a paragraph, or, where there is none, each line is one.
  public static List<Block> ofText(String text) {
    var lines = BLANK_LINE.matcher(text).find() ? BLANK_LINE.split(text) : text.split("\\R");
    var blocks = new ArrayList<Block>();
    Arrays.stream(lines)
        .map(Plain::text)
        .forEach(
            line -> {
              if (line != null) {
                blocks.add(new Block.Paragraph(InlineMarkup.escaped(line)));
              }
            });
    return List.copyOf(blocks);
  }

  /// Plain text as inline markup.
  public static String escaped(String text) {
    return InlineMarkup.escaped(text);
  }

  /// The beginning of the text, plain, as a stand-in for what the wire does not say; null when
  /// there is no text.
  public static @Nullable String beginning(List<Block> blocks, int length) {
    for (var block : blocks) {
      var text =
          block instanceof Block.Paragraph(var markup)
              ? Plain.text(TagSoup.parse(beginningOf(markup)).text())
              : null;
      if (text != null) {
        return Plain.shortened(text, length);
      }
    }
    return null;
  }

  /// As much of some markup as any beginning needs: paragraphs may be as long as wires.
  private static String beginningOf(String markup) {
    return markup.substring(0, Math.min(ENOUGH, markup.length()));
  }

  /// The body without the heading at its front that only says the headline again.
  public static List<Block> without(@Nullable String headline, List<Block> blocks) {
    var first = blocks.isEmpty() ? null : blocks.getFirst();
    return first instanceof Block.Heading(_, var markup)
            && headline != null
            && headline.equalsIgnoreCase(Plain.text(TagSoup.parse(markup).text()))
        ? blocks.subList(1, blocks.size())
        : blocks;
  }
}
