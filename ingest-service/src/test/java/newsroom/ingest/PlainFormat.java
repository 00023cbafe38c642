package newsroom.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.ingest.agency.Agency;
import newsroom.ingest.copy.Block;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.Format;
import newsroom.ingest.format.Opening;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.wire.Wire;
import org.springframework.stereotype.Component;

/// A format for tests, written by hand: `PLAIN`, then stories parted by `----`, each with lines
/// `key: value` and, after a blank line, paragraphs.
@Component
public final class PlainFormat implements Format {

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public boolean recognises(Opening opening) {
    return opening.text().startsWith("PLAIN");
  }

  @Override
  public List<Reading> read(Wire wire, Agency agency) throws Unreadable {
    var text = new String(wire.bytes(), StandardCharsets.UTF_8);
    if (text.startsWith("PLAIN NONSENSE")) {
      throw new Unreadable("This plain wire is nonsense from its first line on.");
    }
    if (text.startsWith("PLAIN BREAKS")) {
      throw new IllegalStateException("a mistake of the reader");
    }
    if (text.startsWith("PLAIN EMPTY")) {
      return List.of();
    }
    var readings = new ArrayList<Reading>();
    for (var story : text.substring("PLAIN\n".length()).split("----\n", -1)) {
      readings.add(reading(story, wire.received()));
    }
    return readings;
  }

  private static Reading reading(String story, Instant received) {
    var parts = story.split("\n\n", 2);
    Map<String, String> fields = new HashMap<>();
    parts[0].lines().map(line -> line.split(": ", 2)).forEach(f -> fields.put(f[0], f[1]));
    var bad = fields.get("bad");
    if (bad != null) {
      return new Reading.Failed("Story “" + fields.get("guid") + "”: " + bad);
    }
    var body =
        parts.length < 2
            ? List.<Block>of()
            : parts[1].lines().<Block>map(Block.Paragraph::new).toList();
    return new Reading.Read(copy(fields, body, received));
  }

  private static Copy copy(Map<String, String> fields, List<Block> body, Instant received) {
    var created = fields.get("created");
    var status = Copy.Status.valueOf(fields.getOrDefault("status", "USABLE"));
    return new Copy(
        fields.getOrDefault("guid", ""),
        "plain",
        "utf-8",
        new Copy.Lifecycle(
            Long.parseLong(fields.getOrDefault("version", "1")),
            created == null ? received : Instant.parse(created),
            created == null,
            null,
            status,
            status == Copy.Status.CANCELED ? Copy.Change.KILL : Copy.Change.NEW,
            null,
            null,
            null,
            null,
            null),
        Copy.Handling.NONE,
        new Copy.Headlines(fields.getOrDefault("headline", ""), null, null, null, null, null, null),
        new Copy.Subjects(null, List.of(), List.of(), List.of(), List.of(), List.of()),
        new Copy.Rights(null, null, null, null),
        List.of(),
        null,
        body);
  }
}
