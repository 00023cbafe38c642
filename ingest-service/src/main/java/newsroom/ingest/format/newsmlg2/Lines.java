package newsroom.ingest.format.newsmlg2;

import java.util.Comparator;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.format.xml.Tree;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads what stands above the text.
final class Lines {

  private static final Pattern SECONDARY =
      Pattern.compile("(?i).*[:/](sub|alt|short|web|seo|social|kicker|overline)\\w*");
  private static final Pattern SUMMARY =
      Pattern.compile("(?i)|.*[:/](summary|abstract|lead|teaser|intro\\w*|summ\\w*)");

  private final @Nullable Element contentMeta;
  private final @Nullable Element itemMeta;
  private final Localised localised;

  Lines(Element item, Localised localised) {
    this.contentMeta = Tree.child(item, "contentMeta");
    this.itemMeta = Tree.child(item, "itemMeta");
    this.localised = localised;
  }

  /// The main headline, in the story's language, of the best rank; subheadlines are none.
  ///
  /// @param inContent the headline that the text itself brings along
  @Nullable String headline(@Nullable String inContent) {
    var ranked =
        Tree.children(contentMeta, "headline").stream()
            .filter(headline -> !SECONDARY.matcher(headline.attr("role")).matches())
            .sorted(Comparator.comparingInt(Lines::rank))
            .toList();
    return Plain.first(
        localised.text(ranked),
        inContent,
        localised.text(Tree.children(itemMeta, "title")),
        localised.text(Tree.children(contentMeta, "headline")));
  }

  @Nullable String summary() {
    var described = Tree.children(contentMeta, "description");
    var summaries =
        described.stream()
            .filter(description -> SUMMARY.matcher(description.attr("role")).matches())
            .toList();
    return localised.text(summaries);
  }

  /// Any description, as of a picture.
  @Nullable String description() {
    return localised.text(Tree.children(contentMeta, "description"));
  }

  @Nullable String slugline() {
    return localised.text(Tree.children(contentMeta, "slugline"));
  }

  @Nullable String byline() {
    return localised.text(Tree.children(contentMeta, "by"));
  }

  private static int rank(Element headline) {
    var rank = headline.attr("rank");
    return rank.matches("\\d{1,4}")
        ? Integer.parseInt(rank)
        : headline.attr("role").isEmpty() ? 0 : 1;
  }
}
