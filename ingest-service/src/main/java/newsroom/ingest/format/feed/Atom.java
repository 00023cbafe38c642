package newsroom.ingest.format.feed;

import java.util.List;
import java.util.regex.Pattern;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Tree;
import newsroom.ingest.wire.Wire;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/// Reads Atom 1.0 and 0.3: a feed, or an entry alone, and what a feed says of entries that were
/// deleted.
@Component
public class Atom implements Format {

  private static final Pattern NAMESPACE =
      Pattern.compile(
          "(?i)(?:https?://(?:www\\.w3\\.org/2005/atom|purl\\.org/(?:net/)?atom/?).*)?");

  private final Feed feed;

  Atom(Feed feed) {
    this.feed = feed;
  }

  @Override
  public String name() {
    return "atom";
  }

  @Override
  public boolean recognises(Opening opening) {
    var root = opening.root();
    return ("feed".equals(root) || "entry".equals(root))
        ? NAMESPACE.matcher(opening.namespace()).matches() || saysSo(opening)
        : Feed.behindJunk(opening, "feed");
  }

  /// Drafts of the standard had other namespaces.
  private static boolean saysSo(Opening opening) {
    return "feed".equals(opening.root())
        && (opening.text().contains("<entry") || opening.text().contains("version=\"0."));
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    return feed.read(wire, agency, name(), kind(wire, agency));
  }

  static Feed.Kind kind(Wire wire, Agency agency) {
    return new Feed.Kind() {
      @Override
      public List<Element> entries(Element root) {
        return Tree.name(root).equals("entry")
            ? List.of(root)
            : root.children().stream()
                .filter(child -> Tree.name(child).matches("entry|deleted-entry"))
                .toList();
      }

      @Override
      public Feed.EntryReader reader(Element root, List<Element> entries) {
        return new AtomEntries(root, entries, wire, agency.zone());
      }
    };
  }
}
