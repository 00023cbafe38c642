package newsroom.publish.site;

import java.util.List;
import java.util.Map;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.story.Story;

/// A site: who it is, what it takes, where its stories are brought.
public final class Site {

  private final Masthead masthead;
  private final Rules rules;
  private final Addresses addresses;
  private final List<Route> routes;
  private final Pace pace;

  Site(Masthead masthead, Rules rules, Addresses addresses, List<Route> routes, Pace pace) {
    this.masthead = masthead;
    this.rules = rules;
    this.addresses = addresses;
    this.routes = List.copyOf(routes);
    this.pace = pace;
  }

  /// One destination of a site as its file describes it.
  ///
  /// @param destination unique in the newsroom, `site/kind` or `site/own-name`
  /// @param settings may hold secrets, so they are never printed
  /// @param line where it stands in the file
  public record Route(String destination, String kind, Map<String, String> settings, int line) {

    /// Whether the other says the same, on whatever line.
    public boolean same(Route other) {
      return destination.equals(other.destination)
          && kind.equals(other.kind)
          && settings.equals(other.settings);
    }

    @Override
    public String toString() {
      return destination + " (" + kind + ")";
    }
  }

  /// The site's short name.
  public String name() {
    return masthead.site();
  }

  public Masthead masthead() {
    return masthead;
  }

  public List<Route> routes() {
    return routes;
  }

  /// How fast it may be called.
  public Pace pace() {
    return pace;
  }

  /// Whether the site takes this story.
  public Verdict judge(Story story) {
    return judge(new Facts(story));
  }

  Verdict judge(Facts facts) {
    return rules.judge(facts);
  }

  /// Where below the site's root a story gets its address when it first comes to this site. The
  /// site itself may move later, and its pattern change: the address stays.
  public String path(Story story, Masthead.Section section) {
    return addresses.of(story, section.path(), masthead.zone());
  }

  @Override
  public String toString() {
    return name();
  }
}
