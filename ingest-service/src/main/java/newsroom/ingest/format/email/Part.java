package newsroom.ingest.format.email;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import newsroom.ingest.copy.Plain;
import newsroom.ingest.wire.DeclaredCharset;
import org.jspecify.annotations.Nullable;

/// A mail or a part of one: its fields, its content with the transfer encoding taken off, the parts
/// in it.
final class Part {

  private static final Pattern FLOWED = Pattern.compile("(?i);\\s*format\\s*=\\s*\"?flowed");
  private static final Pattern SPACE_DELETED = Pattern.compile("(?i);\\s*delsp\\s*=\\s*\"?yes");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?i);\\s*(?:file)?name\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;]{1,200}))");

  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private String type = "text/plain";
  private byte[] content = new byte[0];

  /// @param value as bytes would be in ISO 8859-1, unfolded
  void field(String name, String value) {
    fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(value);
  }

  void type(String type) {
    this.type = type.toLowerCase(Locale.ROOT);
  }

  void content(byte[] content) {
    this.content = content;
  }

  void add(Part part) {
    parts.add(part);
  }

  /// Media type and subtype, small.
  String type() {
    return type;
  }

  boolean is(String start) {
    return type.startsWith(start);
  }

  byte[] content() {
    return content;
  }

  List<Part> parts() {
    return parts;
  }

  /// The first field of this name as it stands there; null where there is none.
  @Nullable String raw(String name) {
    var values = fields.get(name);
    return values == null ? null : values.getFirst();
  }

  /// The first field of this name, decoded.
  @Nullable String field(String name) {
    var raw = raw(name);
    return raw == null ? null : Plain.text(EncodedWords.decoded(raw));
  }

  boolean attached() {
    var disposition = raw("content-disposition");
    return disposition != null
        && disposition.strip().toLowerCase(Locale.ROOT).startsWith("attachment");
  }

  /// The charset that is named for the content; null where none is.
  @Nullable String charset() {
    return DeclaredCharset.in(raw("content-type"));
  }

  boolean flowed() {
    return FLOWED.matcher(contentType()).find();
  }

  boolean spaceDeleted() {
    return SPACE_DELETED.matcher(contentType()).find();
  }

  /// What the part is called, for people.
  String name() {
    var disposition = raw("content-disposition");
    var name = FILE_NAME.matcher((disposition == null ? "" : disposition) + contentType());
    if (!name.find()) {
      return type;
    }
    var quoted = name.group(1) == null ? name.group(2) : name.group(1);
    var plain = Plain.text(EncodedWords.decoded(quoted));
    return plain == null ? type : plain;
  }

  private String contentType() {
    var field = raw("content-type");
    return field == null ? "" : ";" + field;
  }
}
