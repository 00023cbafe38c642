package newsroom.local.looking;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsroom.ingest.wire.Look;
import newsroom.ingest.wire.Wire;
import newsroom.local.filing.Wires;
import org.jspecify.annotations.Nullable;

/// A file, looked at as if it had just come in by a drop folder.
///
/// @param agency whose wire it is; null for that of the folder it lies in
record WireFile(Path file, @Nullable String agency) {

  private static final String CHANNEL = "read";
  private static final String NOBODY = "unknown";
  private static final long LARGEST = 512L * 1024 * 1024;

  /// What was found: one entry for each story, or one that says why there is none.
  ///
  /// @param seen whether the file could be opened at all
  record Found(List<Map<String, Object>> entries, boolean seen) {}

  Found with(Look look) {
    try {
      var size = Files.size(file);
      if (size > LARGEST) {
        return new Found(List.of(named(Look.spiked(tooLarge(size)))), true);
      }
      return new Found(look.at(wire()).stream().map(this::named).toList(), true);
    } catch (IOException e) {
      var reason =
          e instanceof AccessDeniedException
              ? "This file may not be read by you."
              : "This file cannot be opened: " + e.getMessage() + ".";
      return new Found(List.of(named(Look.spiked(reason))), false);
    }
  }

  private static String tooLarge(long size) {
    return "This file has " + size + " bytes; no wire has so many.";
  }

  /// Received when the file was last written: the same file gives the same answer each time.
  private Wire wire() throws IOException {
    return new Wire(
        agencyName(),
        CHANNEL,
        String.valueOf(file.getFileName()),
        null,
        Files.readAllBytes(file),
        Files.getLastModifiedTime(file).toInstant());
  }

  private String agencyName() {
    if (agency != null) {
      return agency;
    }
    var folder = Wires.agency(file);
    return Wire.isAgency(folder) ? folder : NOBODY;
  }

  private Map<String, Object> named(Map<String, Object> entry) {
    var named = new LinkedHashMap<String, Object>();
    named.put("file", file.toString());
    named.putAll(entry);
    return named;
  }
}
