package newsroom.ingest.format.newsml1;

import java.time.Instant;
import java.util.List;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads NewsML 1.
@Component
public class NewsMl1 implements Format {

  private final Xml xml;

  public NewsMl1(Xml xml) {
    this.xml = xml;
  }

  /// What the envelope says for all of its items.
  ///
  /// @param sent when the wire was sent, else when it arrived
  /// @param priority of the transmission; it stands in for an urgency that is missing
  record Envelope(
      Origin origin, Agency agency, Instant sent, boolean undated, @Nullable String priority) {}

  @Override
  public String name() {
    return "newsml-1";
  }

  @Override
  public boolean recognises(Opening opening) {
    return "NewsML".equals(opening.root());
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var root = xml.read(text.text());
    var items = Tree.all(root, "NewsItem");
    if (items.isEmpty()) {
      throw new Unreadable("this NewsML 1 message holds no news item");
    }
    var told = Tree.child(root, "NewsEnvelope");
    var sent = WireDate.parse(Tree.text(told, "DateAndTime"), agency.zone());
    var envelope =
        new Envelope(
            new Origin(name(), text.charset()),
            agency,
            sent == null ? wire.received() : sent,
            sent == null,
            Tree.attribute(Tree.child(told, "Priority"), "FormalName"));
    var topics = new TopicNames(root);
    return items.stream().map(item -> reading(item, envelope, topics)).toList();
  }

  private static Reading reading(Element element, Envelope envelope, TopicNames topics) {
    try {
      return new Reading.Read(new Item(element, envelope, topics).copy());
    } catch (Unreadable e) {
      return new Reading.Failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      var id = Tree.text(element, "Identification", "NewsIdentifier", "NewsItemId");
      return new Reading.Failed("the news item '" + id + "' cannot be read: " + e);
    }
  }
}
