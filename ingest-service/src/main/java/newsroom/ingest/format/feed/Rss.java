package newsroom.ingest.format.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Tree;
import newsroom.ingest.wire.Wire;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/// Reads RSS 0.90 to 2.0, RSS 1.1, its export by WordPress, and CDF, from which it came.
@Component
public class Rss implements Format {

  private static final Pattern RDF =
      Pattern.compile(
          "purl\\.org/rss/1\\.0/|my\\.netscape\\.com/(?:rdf|publish)|channel\\.netscape\\.com/rdf|purl\\.org/net/rss1\\.1");

  private static final Pattern CHANNEL = Pattern.compile("(?i)(?:.*(?:cdf|rss).*)?");

  private final Feed feed;

  Rss(Feed feed) {
    this.feed = feed;
  }

  @Override
  public String name() {
    return "rss";
  }

  @Override
  public boolean recognises(Opening opening) {
    return switch (String.valueOf(opening.root()).toLowerCase(Locale.ROOT)) {
      case "rss" -> true;
      case "rdf" -> RDF.matcher(opening.text()).find();
      case "channel" -> CHANNEL.matcher(opening.namespace()).matches();
      default -> Feed.behindJunk(opening, "rss|rdf");
    };
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    return feed.read(wire, agency, name(), kind(wire, agency));
  }

  static Feed.Kind kind(Wire wire, Agency agency) {
    return new Feed.Kind() {
      @Override
      public List<Element> entries(Element root) {
        var items = new ArrayList<Element>();
        collect(root, items);
        return items;
      }

      @Override
      public Feed.EntryReader reader(Element root, List<Element> items) {
        return new RssItems(root, items, wire, agency.zone());
      }
    };
  }

  /// Items stand in the channel, or beside it.
  private static void collect(Element around, List<Element> items) {
    for (var child : around.children()) {
      switch (Tree.name(child).toLowerCase(Locale.ROOT)) {
        case "item" -> items.add(child);
        case "channel", "items", "rss" -> collect(child, items);
        default -> {}
      }
    }
  }
}
