package newsroom.ingest.channel.http;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One part of a body of several.
final class Part {

  private static final Pattern PARAMETER =
      Pattern.compile("(?i);\\s*(name|filename)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;]+))");

  private final Map<String, String> headers;
  private final byte[] content;

  /// @param headers by their names in small letters
  Part(Map<String, String> headers, byte[] content) {
    this.headers = headers;
    this.content = content;
  }

  byte[] content() {
    return content;
  }

  /// The name of its field in the form.
  @Nullable String field() {
    return parameter("name");
  }

  /// The name of its file, without the folders that some senders put before it.
  @Nullable String file() {
    var name = parameter("filename");
    return name == null ? null : name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
  }

  /// As in `cid:…`.
  @Nullable String contentId() {
    var id = headers.get("content-id");
    return id == null ? null : id.strip().replaceAll("^<|>$", "");
  }

  @Nullable String type() {
    return headers.get("content-type");
  }

  /// What it is called in a sentence.
  String called() {
    var file = file();
    return file != null ? file : field() != null ? String.valueOf(field()) : "without a name";
  }

  private @Nullable String parameter(String wanted) {
    var found = PARAMETER.matcher(headers.getOrDefault("content-disposition", ""));
    while (found.find()) {
      if (found.group(1).equalsIgnoreCase(wanted)) {
        var quoted = found.group(2);
        return quoted == null ? found.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      }
    }
    return null;
  }
}
