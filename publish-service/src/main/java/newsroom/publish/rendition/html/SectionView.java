package newsroom.publish.rendition.html;

import java.util.List;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;

/// What a section's page shows.
///
/// @param stories first shown last first
public record SectionView(Furniture site, Masthead.Section section, List<Teaser> stories) {

  static SectionView of(Masthead.Section section, List<Page> pages, Furniture site) {
    List<Teaser> stories = pages.stream().map(page -> Teaser.of(page, site)).toList();
    return new SectionView(site, section, stories);
  }
}
