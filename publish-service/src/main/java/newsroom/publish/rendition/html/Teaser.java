package newsroom.publish.rendition.html;

import newsroom.publish.rendition.Page;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;

/// A story as other pages point to it.
public record Teaser(
    String href,
    String section,
    @Nullable String place,
    String headline,
    @Nullable String summary,
    @Nullable Illustration picture,
    Moment posted) {

  private static final int CARD = 600;

  static Teaser of(Page page, Furniture site) {
    return of(page, site, CARD);
  }

  static Teaser of(Page page, Furniture site, int wide) {
    Story story = page.story();
    return new Teaser(
        site.href(page.address()),
        page.section().name(),
        StoryView.place(story),
        story.headlines().headline(),
        story.headlines().summary(),
        Illustration.of(StoryView.leadPicture(story), wide),
        Moment.of(page.posted(), site.masthead().zone()));
  }
}
