package newsroom.ingest.format.iptc7901;

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

/// Reads IPTC 7901.
///
/// A message that shows no end of its text is not read, since some of it may be missing.
@Component
public class Iptc7901 implements Format {

  private static final int LOOKED_AT = 30;

  private final Messages messages =
      new Messages((lines, line) -> Header.surely(lines.get(line)), TimeOfFiling::is);

  @Override
  public String name() {
    return "iptc7901";
  }

  @Override
  public boolean recognises(Opening opening) {
    var lines = opening.text().lines().limit(LOOKED_AT).map(Message::plain).toList();
    if (opening.root() != null || lines.isEmpty()) {
      return false;
    }
    return opening.heading()
        ? Header.of(lines.getFirst()) != null
        : Header.surely(lines.getFirst())
            && lines.stream().skip(1).anyMatch(line -> line.endsWith("=") || line.endsWith("/"));
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
    var header = Header.of(Message.plain(message.head().getFirst()));
    var refusal = message.refusal("IPTC 7901", header != null);
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
