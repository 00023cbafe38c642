package newsroom.publish.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a story's body. Markup is inline HTML that ingest sanitised: a, b, br, code, em, i,
/// s, strong, sub, sup, u. A rendition still escapes or filters for its own context.
public sealed interface Block {

  record Paragraph(String markup) implements Block {}

  /// A heading inside the text.
  ///
  /// @param level 2 to 6
  record Heading(int level, String markup) implements Block {}

  record Quote(List<String> paragraphs, @Nullable String attribution) implements Block {}

  record Listing(boolean ordered, List<String> items) implements Block {}

  /// A table of inline markup.
  ///
  /// @param heading true when the first row is column headings
  record Table(@Nullable String caption, boolean heading, List<List<String>> rows)
      implements Block {}

  /// Where in the text a picture stands.
  ///
  /// @param picture the id of one of the story's pictures
  record Figure(String picture) implements Block {}

  record Embed(String url, @Nullable String title) implements Block {}

  /// A link that the agency's editors put between paragraphs.
  record Promo(String label, String headline, @Nullable String url) implements Block {}
}
