package newsroom.ingest.channel.web;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a web server answered.
///
/// @param at who was asked
/// @param headers the first of each name, names in small letters
/// @param body unpacked; empty unless the status is 200
public record Reply(URI at, int status, Map<String, String> headers, ByteBuffer body) {

  /// The header of this name.
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
