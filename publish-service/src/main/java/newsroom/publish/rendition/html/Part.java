package newsroom.publish.rendition.html;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a story as its page prints it, one after another. What it holds is safe to print.
public sealed interface Part {

  /// A paragraph; the first of a story may begin with its dateline.
  record Paragraph(@Nullable String dateline, Content text) implements Part {}

  /// A heading inside the text.
  record Heading(int level, Content text) implements Part {}

  /// Someone's words, set apart.
  record Quote(List<Content> paragraphs, @Nullable String attribution) implements Part {}

  /// Items, numbered or not.
  record Listing(boolean ordered, List<Content> items) implements Part {}

  /// Rows and columns.
  ///
  /// @param head column headings, or empty
  record Table(@Nullable String caption, List<Content> head, List<List<Content>> rows)
      implements Part {}

  /// A picture in the text.
  record Figure(Illustration picture) implements Part {}

  /// Something elsewhere, as a card that leads there: nothing of another site runs inside a page.
  record Card(String href, String title, String host) implements Part {}

  /// A link to another story.
  record Promo(String label, String headline, @Nullable String href) implements Part {}
}
