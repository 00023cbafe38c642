package newsroom.publish.rendition.html;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import org.jspecify.annotations.Nullable;

/// What a front page shows.
///
/// @param lead the most urgent of the newest hours; null on an empty site
/// @param latest the newest, by time alone
/// @param grid the next in weight
/// @param blocks what else there is, section by section
public record FrontView(
    Furniture site,
    @Nullable Teaser lead,
    List<Teaser> latest,
    List<Teaser> grid,
    List<Block> blocks) {

  /// A section on the front page.
  public record Block(Masthead.Section section, List<Teaser> stories) {}

  private static final Duration NEW = Duration.ofHours(12);
  private static final int LATEST = 7;
  private static final int GRID = 4;
  private static final int IN_BLOCK = 4;

  static FrontView of(List<Page> pages, Furniture site) {
    if (pages.isEmpty()) {
      return new FrontView(site, null, List.of(), List.of(), List.of());
    }
    List<Page> rest = new ArrayList<>(pages);
    Page lead = lead(pages);
    rest.remove(lead);
    List<Teaser> latest = teasers(rest.stream().limit(LATEST).toList(), site);
    List<Page> grid = grid(rest);
    rest.removeAll(grid);
    return new FrontView(
        site, Teaser.of(lead, site, 1200), latest, teasers(grid, site), blocks(rest, site));
  }

  private static Page lead(List<Page> pages) {
    Instant newest = pages.getFirst().posted();
    return pages.stream()
        .filter(page -> page.posted().isAfter(newest.minus(NEW)))
        .min(Comparator.comparingInt(FrontView::urgency))
        .orElse(pages.getFirst());
  }

  /// Stories with a picture first, then the newest of the others.
  private static List<Page> grid(List<Page> pages) {
    return pages.stream()
        .limit(5L * GRID)
        .sorted(Comparator.comparing(page -> StoryView.leadPicture(page.story()) == null))
        .limit(GRID)
        .toList();
  }

  private static List<Block> blocks(List<Page> pages, Furniture site) {
    List<Block> blocks = new ArrayList<>();
    for (Masthead.Section section : site.masthead().sections()) {
      List<Page> inside =
          pages.stream()
              .filter(page -> page.section().path().equals(section.path()))
              .limit(IN_BLOCK)
              .toList();
      if (!inside.isEmpty()) {
        blocks.add(new Block(section, teasers(inside, site)));
      }
    }
    return blocks;
  }

  private static int urgency(Page page) {
    Integer urgency = page.story().lifecycle().urgency();
    return urgency == null ? 5 : urgency;
  }

  private static List<Teaser> teasers(List<Page> pages, Furniture site) {
    return pages.stream().map(page -> Teaser.of(page, site)).toList();
  }
}
