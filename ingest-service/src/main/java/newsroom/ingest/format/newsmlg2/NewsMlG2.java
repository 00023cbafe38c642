package newsroom.ingest.format.newsmlg2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.WireText;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.WireDate;
import newsroom.ingest.format.xml.Tree;
import newsroom.ingest.format.xml.Xml;
import newsroom.ingest.wire.Wire;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/// Reads NewsML-G2.
@Component
public class NewsMlG2 implements Format {

  private static final Set<String> OTHER_ITEMS =
      Set.of("packageItem", "planningItem", "conceptItem", "knowledgeItem", "catalogItem");

  private final Xml xml;

  public NewsMlG2(Xml xml) {
    this.xml = xml;
  }

  @Override
  public String name() {
    return "newsml-g2";
  }

  @Override
  public boolean recognises(Opening opening) {
    var root = opening.root();
    return root != null
        && (root.equals("newsItem") || root.equals("newsMessage") || OTHER_ITEMS.contains(root));
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var root = xml.read(text.text());
    var items = Tree.name(root).equals("newsItem") ? List.of(root) : Tree.all(root, "newsItem");
    var origin = new Origin(name(), text.charset());
    var sent = WireDate.parse(Tree.text(root, "header", "sent"));
    var readings = new ArrayList<Reading>();
    for (var item : items) {
      readings.add(reading(new NewsItem(item, origin, sent == null ? wire.received() : sent)));
    }
    return readings.isEmpty() ? List.of(noStory(root)) : readings;
  }

  private static Reading reading(NewsItem item) {
    try {
      return new Reading.Read(item.copy());
    } catch (Unreadable e) {
      return new Reading.Failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Reading.Failed("the news item '" + item.guid() + "' cannot be read: " + e);
    }
  }

  private static Reading noStory(Element root) throws Unreadable {
    for (var element : root.getAllElements()) {
      if (OTHER_ITEMS.contains(Tree.name(element))) {
        return new Reading.Failed(
            "'"
                + element.attr("guid")
                + "' is a "
                + Tree.name(element)
                + ", which is no story of its own");
      }
    }
    throw new Unreadable("this NewsML-G2 message holds no news item");
  }
}
