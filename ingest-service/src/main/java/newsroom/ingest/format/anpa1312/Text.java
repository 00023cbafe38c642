package newsroom.ingest.format.anpa1312;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Blocks;
import newsroom.ingest.format.teletype.Columns;
import org.jspecify.annotations.Nullable;

/// Reads what stands between STX and ETX: slug, headline, notes to editors, summary and byline,
/// each on a line by itself, then the text.
final class Text {

  private static final Pattern NOTE =
      Pattern.compile("(?i)[(\\[]?(?:Eds?|Editors?|Editor's Note)\\.?\\h*[:_—]\\h*(.*?)[)\\]]?");
  private static final Pattern OTHER_MEDIA =
      Pattern.compile("[\\p{L}]+ (?:Photos?|Graphics?|Videos?|Audio)\\b[^.!?]*");
  private static final Pattern BYLINE = Pattern.compile("(?:By|BY)\\h+(\\S.{1,150})");
  private static final Pattern SIGNED = Pattern.compile("==(\\p{L}[\\p{L} .-]{1,30})");
  private static final int HEADING = 160;

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private Slug slug;
  private @Nullable String headline;
  private @Nullable String summary;
  private @Nullable String byline;
  private @Nullable String firstParagraph;
  private @Nullable String signature;
  private boolean bylineOpen;
  private boolean begun;

  /// @param header what the header says of the slug, where the text has none
  Text(List<String> lines, Slug header) {
    this.slug = header;
    var sorted = TextLine.of(lines);
    for (var i = 0; i < sorted.size(); i++) {
      var line = sorted.get(i);
      if (line.kind() != TextLine.Kind.ROW) {
        endTable();
      }
      switch (line.kind()) {
        case ROW -> rows.add(line.words());
        case PARAGRAPH -> paragraph(line.words());
        case SINGLE -> single(line.words(), i == 0);
      }
      bylineOpen &= line.kind() == TextLine.Kind.SINGLE;
      begun |= line.kind() != TextLine.Kind.SINGLE;
    }
    endTable();
  }

  private void endTable() {
    if (!rows.isEmpty()) {
      blocks.add(Columns.lines(rows));
      rows.clear();
    }
  }

  private void paragraph(String words) {
    if (!note(words)) {
      var set = Typography.of(words);
      firstParagraph = firstParagraph == null ? set : firstParagraph;
      blocks.add(new Block.Paragraph(Blocks.escaped(set)));
    }
  }

  private void single(String words, boolean first) {
    var own = first ? Slug.ofLine(words, slug) : null;
    var signed = SIGNED.matcher(words);
    if (own != null) {
      slug = own;
    } else if (signed.matches()) {
      signature = signed.group(1).strip();
    } else if (!note(words) && !byline(words)) {
      line(Typography.of(words));
    }
  }

  /// The first is the headline; what else stands above the text and is no heading of it sums it up.
  private void line(String words) {
    if (headline == null && blocks.isEmpty()) {
      headline = words;
    } else if (summary == null && blocks.isEmpty() && words.length() > HEADING / 2) {
      summary = words;
    } else if (words.length() > HEADING) {
      blocks.add(new Block.Paragraph(Blocks.escaped(words)));
    } else {
      blocks.add(new Block.Heading(3, Blocks.escaped(words)));
    }
  }

  private boolean note(String words) {
    var note = NOTE.matcher(words.length() < 2_000 ? words : "");
    if (note.matches()) {
      notes.add(Typography.of(note.group(1).strip()));
      return true;
    }
    if (headline != null
        && blocks.isEmpty()
        && words.length() < HEADING
        && OTHER_MEDIA.matcher(words).matches()) {
      notes.add(words);
      return true;
    }
    return false;
  }

  /// The name, and on the next line what the writer is.
  private boolean byline(String words) {
    var by = BYLINE.matcher(words);
    if (byline == null && !begun && by.matches()) {
      byline = Typography.of(by.group(1).strip());
      bylineOpen = true;
      return true;
    }
    if (bylineOpen && words.length() < 60 && headline != null && titled(words)) {
      byline += ", " + Typography.of(words);
      bylineOpen = false;
      return true;
    }
    bylineOpen = false;
    return false;
  }

  /// Headings are in capitals, a writer's title is not.
  private static boolean titled(String words) {
    return words.chars().anyMatch(Character::isLowerCase);
  }

  Slug slug() {
    return slug;
  }

  @Nullable String headline() {
    return headline;
  }

  @Nullable String summary() {
    return summary;
  }

  @Nullable String byline() {
    return byline;
  }

  @Nullable String signature() {
    return signature;
  }

  @Nullable String note() {
    return notes.isEmpty() ? null : String.join(" | ", notes);
  }

  /// The first paragraph, plain; empty where there is none.
  String beginning() {
    return firstParagraph == null ? "" : firstParagraph;
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
