package newsroom.ingest.format.newsmlg2;

import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Block;
import org.jspecify.annotations.Nullable;

/// A text and who wrote it. Agencies that leave the byline element empty begin the text with "By"
/// and a name.
///
/// @param body without the paragraph that is the byline
record SignedText(@Nullable String byline, List<Block> body) {

  private static final int LOOKED_AT = 3;
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?:By|BY) \\p{Lu}[\\p{L}.'’-]*(?:,? (?:and|de|van|von|der|el|al|\\p{Lu}[\\p{L}.'’-]*)){1,9}");

  /// The item's own byline before one in the text, and that before the one that the text's markup
  /// brings along.
  static SignedText of(@Nullable String byline, List<Block> body, @Nullable String broughtAlong) {
    if (byline != null) {
      return new SignedText(byline, body);
    }
    for (var block : body.subList(0, Math.min(LOOKED_AT, body.size()))) {
      if (block instanceof Block.Paragraph(var markup) && SIGNED.matcher(markup).matches()) {
        return new SignedText(markup, body.stream().filter(other -> !other.equals(block)).toList());
      }
    }
    return new SignedText(broughtAlong, body);
  }
}
