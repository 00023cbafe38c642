package newsroom.ingest.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.springframework.http.MediaType;

/// The kinds of pictures that every browser shows and that run nothing, told by their bytes.
enum PictureKind {
  JPG("jpg", "image/jpeg"),
  PNG("png", "image/png"),
  GIF("gif", "image/gif"),
  WEBP("webp", "image/webp");

  private static final int LOOKED_AT = 12;

  private final String extension;
  private final String type;

  PictureKind(String extension, String type) {
    this.extension = extension;
    this.type = type;
  }

  String extension() {
    return extension;
  }

  MediaType type() {
    return MediaType.valueOf(type);
  }

  static Optional<PictureKind> of(byte[] content) {
    var first = new String(content, 0, Math.min(LOOKED_AT, content.length), ISO_8859_1);
    if (first.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPG);
    }
    if (first.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (first.startsWith("GIF87a") || first.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    return first.startsWith("RIFF") && first.startsWith("WEBP", 8)
        ? Optional.of(WEBP)
        : Optional.empty();
  }

  /// The kind of a picture of this name, as in `….png`.
  static Optional<PictureKind> named(String name) {
    for (var kind : values()) {
      if (name.endsWith("." + kind.extension)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
