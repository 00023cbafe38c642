package newsroom.publish.site;

import java.util.List;
import java.util.Optional;
import newsroom.publish.story.Story;

/// The sites of the newsroom, as their file says by now. A new site is a few lines there and no
/// code. A changed file counts from one story to the next, all of it at once.
public final class Sites {

  private volatile State state;

  Sites(List<Site> sites, String text) {
    this.state = new State(List.copyOf(sites), text);
  }

  private record State(List<Site> sites, String text) {}

  /// What one site says to a story.
  public record Ruling(Site site, Verdict verdict) {}

  /// Every site, in the order of the file.
  public List<Site> all() {
    return state.sites();
  }

  /// The site with this short name.
  public Optional<Site> named(String name) {
    return all().stream().filter(site -> site.name().equals(name)).findFirst();
  }

  /// What each site says to this story.
  public List<Ruling> judge(Story story) {
    var facts = new Facts(story);
    return all().stream().map(site -> new Ruling(site, site.judge(facts))).toList();
  }

  /// From now on these count.
  void replace(Sites other) {
    state = other.state;
  }

  /// The file that they were read from.
  String text() {
    return state.text();
  }
}
