package newsroom.publish.rendition.feed;

import java.util.List;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.rendition.html.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes feeds. Safe for many threads.
@Component
public class Feeds {

  private final Html html;

  public Feeds(Html html) {
    this.html = html;
  }

  /// What the feed is of.
  ///
  /// @param title as readers see it in a list of feeds
  /// @param home the page that shows the same to readers
  /// @param folder where the feed's files lie, as a path below the site's root that is empty or
  /// ends in `/`
  /// @param hub tells those who subscribed there; null where there is none
  public record Source(String title, String home, String folder, @Nullable String hub) {

    /// The same with a hub.
    public Source with(@Nullable String other) {
      return new Source(title, home, folder, other);
    }

    /// The whole site.
    public static Source of(Masthead masthead) {
      return new Source(masthead.name(), masthead.address().toString(), "", null);
    }

    /// One section of it.
    public static Source of(Masthead masthead, Masthead.Section section) {
      String folder = section.path() + "/";
      return new Source(
          masthead.name() + " | " + section.name(), masthead.address() + folder, folder, null);
    }
  }

  /// RSS 2.0 with the modules content, dc, media and atom.
  public byte[] rss(Source source, List<Page> pages, Masthead masthead) {
    return new Rss(source, masthead, html).bytes(pages);
  }

  /// JSON Feed 1.1.
  public byte[] json(Source source, List<Page> pages, Masthead masthead) {
    return new JsonFeed(source, masthead, html).bytes(pages);
  }
}
