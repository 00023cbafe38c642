package newsroom.ingest.format.json;

import java.util.ArrayList;
import java.util.List;
import newsroom.ingest.copy.Copy;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import tools.jackson.databind.JsonNode;

/// Reads the items of a wire, each for itself: one that is broken costs only itself.
public final class Stories {

  private Stories() {}

  /// Reads one item.
  @FunctionalInterface
  public interface ItemReader {
    /// The story of an item.
    ///
    /// @throws Unreadable with a sentence that names the item
    Copy read(Keys item) throws Unreadable;
  }

  /// A reading of each item, in their order.
  public static List<Reading> read(Iterable<JsonNode> items, ItemReader reader) {
    var readings = new ArrayList<Reading>();
    for (var item : items) {
      readings.add(reading(item, readings.size() + 1, reader));
    }
    return readings;
  }

  private static Reading reading(JsonNode item, int number, ItemReader reader) {
    if (!item.isObject()) {
      return new Reading.Failed("item " + number + " of this JSON is no object");
    }
    try {
      return new Reading.Read(reader.read(new Keys(item)));
    } catch (Unreadable e) {
      return new Reading.Failed(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return new Reading.Failed("item " + number + " of this JSON cannot be read: " + e);
    }
  }
}
