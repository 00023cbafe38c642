package newsroom.ingest.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.ingest.draft.Origin;
import newsroom.ingest.draft.Proof;
import newsroom.ingest.draft.Proofs;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.wire.Look;
import newsroom.ingest.wire.Wire;
import org.springframework.stereotype.Component;

/// Prints what the desk would draft or spike of a wire, through the same reader and the same
/// events.
@Component
public final class Galley implements Look {

  private static final String EMPTY = "It is well made and has no story now.";

  private final Reader reader;
  private final Proofs proofs;

  public Galley(Reader reader, Proofs proofs) {
    this.reader = reader;
    this.proofs = proofs;
  }

  @Override
  public List<Map<String, Object>> at(Wire wire) {
    try {
      var readings = reader.read(wire);
      // without this line nobody could tell such a wire from one that was not looked at
      return readings.isEmpty()
          ? List.of(Map.of("spiked", false, "reason", EMPTY))
          : entries(wire, readings);
    } catch (Unreadable e) {
      return List.of(Look.spiked(Reader.sentence(e)));
    }
  }

  private List<Map<String, Object>> entries(Wire wire, List<Reading> readings) {
    var origin = new Origin(wire.agency(), wire.channel(), wire.sha256(), wire.received());
    var entries = new ArrayList<Map<String, Object>>(readings.size());
    for (int part = 0; part < readings.size(); part++) {
      entries.add(
          switch (readings.get(part)) {
            case Reading.Failed(var reason) -> spiked(part, reason);
            case Reading.Read(var copy) ->
                switch (proofs.of(origin, copy)) {
                  case Proof.Refused(var reason) -> spiked(part, reason);
                  case Proof.Printed(var article) -> article;
                };
          });
    }
    return entries;
  }

  private static Map<String, Object> spiked(int part, String reason) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("part", part);
    entry.putAll(Look.spiked(reason));
    return entry;
  }
}
