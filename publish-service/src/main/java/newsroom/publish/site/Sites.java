package newsroom.publish.site;

import java.util.List;
import newsroom.publish.story.Story;

/// The sites of the newsroom, as their file says. A new site is a few lines there and no code.
public final class Sites {

  private final List<Site> sites;

  Sites(List<Site> sites) {
    this.sites = List.copyOf(sites);
  }

  /// What one site says to a story.
  public record Ruling(Site site, Verdict verdict) {}

  /// Every site, in the order of the file.
  public List<Site> all() {
    return sites;
  }

  /// What each site says to this story.
  public List<Ruling> judge(Story story) {
    return sites.stream().map(site -> new Ruling(site, site.judge(story))).toList();
  }
}
