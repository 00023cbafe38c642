package newsroom.ingest.channel.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import newsroom.ingest.picture.Pictures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What one request brings: a wire, alone or with its pictures.
final class Push {

  private static final String WIRE = "wire";

  private final Part wire;
  private final List<Part> pictures;

  private Push(Part wire, List<Part> pictures) {
    this.wire = wire;
    this.pictures = pictures;
  }

  Part wire() {
    return wire;
  }

  List<Part> pictures() {
    return pictures;
  }

  /// Takes a body apart. The wire is the part called `wire`, or else the only one that is no
  /// picture.
  static Push of(@Nullable String contentType, byte[] body) {
    var parts = Parts.of(contentType, body);
    if (parts.isEmpty()) {
      return new Push(new Part(typed(contentType), body), List.of());
    }
    var wire = wireOf(parts);
    var pictures = new ArrayList<>(parts);
    pictures.remove(wire);
    pictures.forEach(Push::requirePicture);
    return new Push(wire, List.copyOf(pictures));
  }

  private static Map<String, String> typed(@Nullable String contentType) {
    return contentType == null ? Map.of() : Map.of("content-type", contentType);
  }

  /// The addresses of the pictures, by whatever the wire may call them.
  Map<String, String> addresses(Pictures in) {
    var addresses = new HashMap<String, String>();
    for (var picture : pictures) {
      var address = in.address(picture.content());
      var file = picture.file();
      if (file != null) {
        addresses.put(file, address);
        addresses.put("cid:" + file, address);
      }
      var id = picture.contentId();
      if (id != null) {
        addresses.put("cid:" + id, address);
      }
    }
    return addresses;
  }

  private static Part wireOf(List<Part> parts) {
    var others = parts.stream().filter(part -> !Pictures.isPicture(part.content())).toList();
    var named = parts.stream().filter(part -> WIRE.equals(part.field())).toList();
    var wires = named.isEmpty() ? others : named;
    if (wires.size() == 1) {
      return wires.getFirst();
    }
    throw Refusal.because(
        HttpStatus.BAD_REQUEST,
        "Not one wire",
        wires.isEmpty()
            ? "There is no wire among the parts, only pictures."
            : "One wire at a time: these parts are no pictures: "
                + String.join(", ", wires.stream().map(Part::called).toList())
                + ".");
  }

  private static void requirePicture(Part part) {
    if (!Pictures.isPicture(part.content())) {
      throw Refusal.because(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "No picture",
          "The part “"
              + part.called()
              + "” is no picture: its bytes are none of JPEG, PNG, GIF and WebP.");
    }
  }
}
