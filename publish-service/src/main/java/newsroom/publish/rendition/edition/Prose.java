package newsroom.publish.rendition.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import newsroom.publish.rendition.WebAddress;
import newsroom.publish.story.Block;
import org.jspecify.annotations.Nullable;

/// A story's text without any markup, for forms that have none.
public final class Prose {

  private final Edition edition;
  private final List<String> paragraphs = new ArrayList<>();

  private Prose(Edition edition) {
    this.edition = edition;
  }

  /// The text in paragraphs, each in one line; an item of a list begins with `- `, the row of a
  /// table stands between upright bars.
  public static List<String> of(Edition edition) {
    var prose = new Prose(edition);
    edition.body().forEach(prose::block);
    edition.beside().forEach(prose::picture);
    prose.dateline();
    return prose.paragraphs.stream().filter(paragraph -> !paragraph.isBlank()).toList();
  }

  /// Whether a paragraph follows the one before it without a gap: the next item of a list, the next
  /// row of a table.
  public static boolean joins(String before, String paragraph) {
    return (before.startsWith("- ") && paragraph.startsWith("- "))
        || (before.startsWith("| ") && paragraph.startsWith("| "));
  }

  private void dateline() {
    var dateline = edition.story().headlines().dateline();
    if (dateline != null && !dateline.isBlank()) {
      var place = Inline.oneLine(dateline) + " - ";
      boolean text =
          !edition.body().isEmpty() && edition.body().getFirst() instanceof Block.Paragraph;
      if (text) {
        paragraphs.set(0, place + paragraphs.getFirst());
      } else {
        paragraphs.addFirst(place.strip());
      }
    }
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(var markup) -> add(Inline.words(markup));
      case Block.Heading(var _, var markup) -> add(Inline.words(markup));
      case Block.Quote(var said, var by) -> quote(said, by);
      case Block.Listing(var ordered, var items) -> list(ordered, items);
      case Block.Table table -> table(table);
      case Block.Figure(var id) -> {
        var shot = edition.shot(id);
        if (shot != null) {
          picture(shot);
        }
      }
      case Block.Embed(var url, var title) -> add(linked(title, url));
      case Block.Promo(var label, var headline, var url) ->
          add(Inline.oneLine(label) + " | " + linked(headline, url));
    }
  }

  private void quote(List<String> said, @Nullable String by) {
    said.forEach(markup -> add(Inline.words(markup)));
    if (by != null && !by.isBlank()) {
      add("(" + Inline.oneLine(by) + ")");
    }
  }

  private void list(boolean ordered, List<String> items) {
    int number = 0;
    for (var item : items) {
      number++;
      add((ordered ? number + ". " : "- ") + Inline.words(item));
    }
  }

  private void table(Block.Table table) {
    if (table.caption() != null) {
      add(Inline.oneLine(table.caption()));
    }
    for (var row : table.rows()) {
      add(
          row.stream()
              .map(cell -> Inline.words(cell).replace('|', '/'))
              .collect(Collectors.joining(" | ", "| ", " |")));
    }
  }

  private void picture(Edition.Shot shot) {
    var text = new StringBuilder("Picture: ");
    var picture = shot.picture();
    var shown = picture.caption() == null ? picture.altText() : picture.caption();
    if (shown != null && !shown.isBlank()) {
      text.append(Inline.oneLine(shown)).append(' ');
    }
    if (picture.credit() != null && !picture.credit().isBlank()) {
      text.append('(').append(Inline.oneLine(picture.credit())).append(") ");
    }
    add(text.append(shot.href()).toString());
  }

  private static String linked(@Nullable String title, @Nullable String url) {
    var address = WebAddress.of(url);
    var words = title == null ? "" : Inline.oneLine(title);
    return address == null ? words : words.isEmpty() ? address : words + ": " + address;
  }

  private void add(String paragraph) {
    paragraphs.add(paragraph);
  }
}
