package newsroom.ingest.format.anpa1312;

import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.format.teletype.Message;
import newsroom.ingest.format.teletype.Messages;
import newsroom.ingest.wire.Wire;
import org.springframework.stereotype.Component;

/// Reads ANPA 1312.
///
/// A message that shows no end of its text is not read, since some of it may be missing.
@Component
public class Anpa1312 implements Format {

  private final Messages messages = new Messages(Header::at, TimeOfFiling::is);

  @Override
  public String name() {
    return "anpa1312";
  }

  @Override
  public boolean recognises(Opening opening) {
    return opening.root() == null && Header.at(opening.text().lines().limit(2).toList(), 0);
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var readings = new ArrayList<Reading>();
    for (var message : messages.of(wire, agency)) {
      readings.add(reading(message, wire, agency));
    }
    return readings;
  }

  private Reading reading(Message message, Wire wire, Agency agency) {
    var lines = new ArrayList<>(message.head());
    lines.addAll(message.text().subList(0, Math.min(2, message.text().size())));
    var header = Header.of(lines);
    var refusal = message.refusal("ANPA 1312", header != null);
    if (header == null || refusal != null) {
      return new Reading.Failed(String.valueOf(refusal));
    }
    try {
      return new Reading.Read(new Take(header, message, wire.received(), agency).copy(name()));
    } catch (Unreadable e) {
      return new Reading.Failed(String.valueOf(e.getMessage()));
    }
  }
}
