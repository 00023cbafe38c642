package newsroom.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a newsroom is to be opened.
///
/// @param data everything it keeps is in this folder; made where there is none
/// @param pictures served on [Port#PICTURES], for wires that point there; null serves none
/// @param overrides settings of the services that differ from the usual, as
///     `server.tomcat.threads.max`; all three services get them
public record Settings(
    Path data, Ports ports, @Nullable Path pictures, Map<String, String> overrides) {

  public Settings {
    data = data.toAbsolutePath().normalize();
    overrides = Map.copyOf(overrides);
  }

  /// A newsroom in this folder on ports that nobody uses; the same ones the next time.
  public static Settings in(Path data) throws IOException {
    return new Settings(data, Ports.free(data.resolve("ports.properties")), null, Map.of());
  }

  public Settings with(Map<String, String> others) {
    return new Settings(data, ports, pictures, others);
  }
}
