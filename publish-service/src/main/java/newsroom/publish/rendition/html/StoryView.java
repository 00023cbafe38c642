package newsroom.publish.rendition.html;

import java.util.List;
import java.util.Objects;
import newsroom.publish.rendition.Card;
import newsroom.publish.rendition.Legible;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.Tag;
import newsroom.publish.story.Block;
import newsroom.publish.story.Picture;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// What a story's page shows. The edNote is not among it.
///
/// @param place where it happened; may be null
/// @param lead the picture on top; may be null
/// @param structured the NewsArticle for search engines, JSON that may stand inside a script
/// element
public record StoryView(
    Furniture site,
    Page page,
    @Nullable String place,
    @Nullable Illustration lead,
    Moment posted,
    @Nullable Moment updated,
    List<Part> parts,
    String structured) {

  private static final int WIDE = 1200;

  static StoryView of(Page page, Furniture site) {
    Illustration lead = Illustration.of(leadPicture(page.story()), WIDE);
    Moment posted = Moment.of(page.posted(), site);
    Moment updated = page.updated() == null ? null : Moment.of(page.updated(), site);
    String structured = NewsArticle.json(page, site, lead, posted, updated);
    return new StoryView(
        site,
        page,
        Card.of(page).place(),
        lead,
        posted,
        updated,
        new Parts(page, site::href).list(),
        structured);
  }

  /// The story's text and what stands above it.
  public Story story() {
    return page.story();
  }

  /// `By Ana Writer`; null where the wire names nobody.
  public @Nullable String byline() {
    String byline = story().headlines().byline();
    if (byline == null || byline.isBlank()) {
      return null;
    }
    String by = Words.of(story().headlines().language()).say("by");
    boolean spoken = by.equals("By") == story().headlines().language().startsWith("en");
    boolean complete = byline.regionMatches(true, 0, by + " ", 0, by.length() + 1);
    return complete || by.isEmpty() || !spoken ? byline : by + " " + byline;
  }

  /// `3 min read`; null where that is not known.
  public @Nullable String readingTime() {
    return ReadingTime.of(story().readingSeconds(), site.masthead().language());
  }

  /// What stands for the story where it is shared.
  public Illustration share() {
    return lead != null ? lead : site.card();
  }

  /// Where the story lies as ninjs.
  public String machine() {
    String path = site.href(page.address());
    return path.endsWith("/") ? path + "story.json" : path + "/story.json";
  }

  /// One or two sentences for those who list or share the page.
  public String description() {
    return description(story());
  }

  /// The story's language where it is not the site's.
  public @Nullable String language() {
    return site.foreign(story().headlines().language());
  }

  /// How the story's language runs where that is not as the site's.
  public @Nullable String direction() {
    return site.turned(story().headlines().language());
  }

  /// What else there is to read about the same.
  public List<Tag> topics() {
    return Tag.topics(story());
  }

  /// Who wrote it, where the byline says so.
  public List<Tag> authors() {
    return Tag.authors(story());
  }

  /// What stands before the time of this version. A correction that has a note says so there.
  public String updatedWords() {
    var lifecycle = story().lifecycle();
    boolean corrects =
        lifecycle.change() == Story.Change.CORRECTION && lifecycle.correctionNote() == null;
    return corrects ? "· " + site.words().say("corrected") : site.words().say("updated");
  }

  /// Credit, copyright and terms, each once.
  public List<String> rights() {
    Story.Rights rights = story().rights();
    return java.util.stream.Stream.of(
            rights.creditline(), rights.copyrightNotice(), rights.usageTerms())
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  static @Nullable Picture leadPicture(Story story) {
    return story.pictures().stream()
        .filter(picture -> picture.id().equals(story.leadPicture()))
        .findFirst()
        .orElse(null);
  }

  static String description(Story story) {
    String summary = story.headlines().summary();
    if (summary != null && !summary.isBlank()) {
      return Legible.text(summary.strip());
    }
    return story.body().stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(block -> Markup.words(((Block.Paragraph) block).markup()))
        .filter(words -> !words.isBlank())
        .findFirst()
        .map(words -> Legible.text(shortened(words)))
        .orElse(story.headlines().headline());
  }

  private static String shortened(String words) {
    if (words.length() <= 200) {
      return words;
    }
    int space = words.lastIndexOf(' ', 199);
    return words.substring(0, space < 120 ? 199 : space) + "…";
  }
}
