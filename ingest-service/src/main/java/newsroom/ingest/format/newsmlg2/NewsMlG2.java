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
import newsroom.ingest.format.newsmlg2.NewsItem.Message;
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
  private static final Set<String> PIECES =
      Set.of("itemSet", "catalog", "itemMeta", "contentMeta", "partMeta", "contentSet", "groupSet");

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
        && (root.equals("newsItem")
            || root.equals("newsMessage")
            || OTHER_ITEMS.contains(root)
            || PIECES.contains(root));
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var root = xml.read(text.text());
    var stories = new ArrayList<Element>();
    var others = new ArrayList<Element>();
    sort(root, stories, others);
    var sent = WireDate.parse(Tree.text(root, "header", "sent"), agency.zone());
    var origin = new Origin(name(), text.charset());
    var message = new Message(origin, agency, sent == null ? wire.received() : sent, sent == null);
    if (!stories.isEmpty()) {
      return stories.stream().map(item -> reading(new NewsItem(item, message))).toList();
    }
    if (!others.isEmpty()) {
      return others.stream().map(NewsMlG2::noStory).toList();
    }
    throw new Unreadable(empty(Tree.name(root)));
  }

  /// Items stand side by side, never in one another.
  private static void sort(Element element, List<Element> stories, List<Element> others) {
    var name = Tree.name(element);
    if (name.equals("newsItem")) {
      stories.add(element);
    } else if (OTHER_ITEMS.contains(name)) {
      others.add(element);
    } else {
      element.children().forEach(child -> sort(child, stories, others));
    }
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

  private static Reading noStory(Element item) {
    var guid = item.attr("guid");
    var named = guid.isEmpty() ? "an item without guid" : "'" + guid + "'";
    return new Reading.Failed(
        named + " is a " + Tree.name(item) + ", which is no story of its own");
  }

  private static String empty(String root) {
    return switch (root) {
      case "newsMessage", "itemSet" -> "this NewsML-G2 message holds no news item";
      case "catalog" -> "this is a NewsML-G2 catalog of schemes, which is no story of its own";
      default ->
          "this is a "
              + root
              + ", a piece of NewsML-G2 without the item around it, which is no story of its own";
    };
  }
}
