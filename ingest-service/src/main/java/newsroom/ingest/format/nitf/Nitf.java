package newsroom.ingest.format.nitf;

import java.util.List;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.WireText;
import newsroom.ingest.format.Assembled.Origin;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.xml.Xml;
import newsroom.ingest.wire.Wire;
import org.springframework.stereotype.Component;

/// Reads NITF. A document says what it is and may as well say what becomes of another one: a notice
/// that cancels or withholds another document is read as a version of that one, and as a story of
/// its own only if it calls itself usable.
@Component
public class Nitf implements Format {

  private final Xml xml;

  public Nitf(Xml xml) {
    this.xml = xml;
  }

  @Override
  public String name() {
    return "nitf";
  }

  @Override
  public boolean recognises(Opening opening) {
    return "nitf".equals(opening.root());
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = WireText.read(wire.bytes(), wire.charset());
    var root = xml.read(text.text());
    var docdata = new Docdata(root, wire.received(), agency.zone());
    var document = new Document(root, new Origin(name(), text.charset()), docdata);
    var notice = document.notice();
    if (notice == null) {
      return List.of(new Reading.Read(document.copy()));
    }
    return document.callsItselfUsable()
        ? List.of(new Reading.Read(notice), own(document))
        : List.of(new Reading.Read(notice));
  }

  /// A document that says nothing of its own keeps nothing from being killed.
  private static Reading own(Document document) {
    try {
      return new Reading.Read(document.copy());
    } catch (Unreadable e) {
      return new Reading.Failed(String.valueOf(e.getMessage()));
    }
  }
}
