package newsroom.publish.site;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.story.Story;

/// A site: who it is, what it takes, where its stories are brought.
public final class Site {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  private final Masthead masthead;
  private final Rules rules;
  private final List<Route> routes;
  private final Pace pace;

  Site(Masthead masthead, Rules rules, List<Route> routes, Pace pace) {
    this.masthead = masthead;
    this.rules = rules;
    this.routes = List.copyOf(routes);
    this.pace = pace;
  }

  /// One destination of a site as its file describes it.
  ///
  /// @param destination unique in the newsroom, `site/kind` or `site/own-name`
  /// @param settings may hold secrets, so they are never printed
  public record Route(String destination, String kind, Map<String, String> settings) {

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
    return rules.judge(story);
  }

  /// Where below the site's root a story gets its address when it first comes to this site. It says
  /// the day the story began, in the site's own time, and the end of the uri keeps equal headlines
  /// apart. The site itself may move later.
  public String path(Story story, Masthead.Section section) {
    var began = story.lifecycle().firstCreated();
    var day = DAY.format((began == null ? story.mark().created() : began).atZone(masthead.zone()));
    var path = Path.of(story.headlines().headline());
    var uri = story.uri();
    var tail = uri.substring(Math.max(0, uri.length() - 8));
    return section.path() + "/" + day + "/" + path + "-" + tail + "/";
  }

  @Override
  public String toString() {
    return name();
  }
}
