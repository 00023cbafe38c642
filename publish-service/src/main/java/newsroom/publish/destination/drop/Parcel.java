package newsroom.publish.destination.drop;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import newsroom.publish.destination.drop.place.Place;

/// The files of one word on a story, the pictures before the texts.
final class Parcel {

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  void add(String name, byte[] bytes) {
    files.put(name, bytes);
  }

  /// All of them are there whole before the first gets its name, the texts last: who finds the text
  /// finds the pictures.
  void leave(Place.Visit visit) throws IOException {
    for (var file : files.entrySet()) {
      visit.write(FileNames.half(file.getKey()), file.getValue());
    }
    for (var name : files.keySet()) {
      visit.rename(FileNames.half(name), name);
    }
  }

  /// The name of the last text.
  String name() {
    return files.keySet().stream().reduce("", (_, last) -> last);
  }
}
