package newsroom.ingest.format.feed;

import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.copy.WireText;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Xml;
import newsroom.ingest.wire.Wire;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/// Takes a feed to its entries. One that is broken costs only itself.
@Component
class Feed {

  /// Finds the entries of a feed.
  interface Entries {
    List<Element> of(Element root);
  }

  /// Reads one entry.
  interface EntryReader {
    FeedCopy read(Element entry) throws Unreadable;
  }

  private final Xml xml;

  Feed(Xml xml) {
    this.xml = xml;
  }

  List<Reading> read(Wire wire, String format, Entries entries, EntryReader reader)
      throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var origin = new Origin(format, text.charset());
    var readings = new ArrayList<Reading>();
    for (var entry : entries.of(xml.read(text.text()))) {
      readings.add(reading(entry, origin, reader));
    }
    return readings;
  }

  private static Reading reading(Element entry, Origin origin, EntryReader reader) {
    try {
      return new Reading.Read(reader.read(entry).copy(origin));
    } catch (Unreadable e) {
      return new Reading.Failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return new Reading.Failed("an entry of the feed cannot be read: " + e);
    }
  }
}
