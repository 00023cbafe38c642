package newsroom.local.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import newsroom.ingest.format.Format.Reading;
import newsroom.ingest.format.Unreadable;
import newsroom.ingest.reading.Reader;
import newsroom.ingest.wire.Wire;
import newsroom.local.filing.Wires;
import org.jspecify.annotations.Nullable;

/// Wires of every format that the desk reads.
final class WireFiles implements Holdings {

  private static final String NOBODY = "unknown";

  private final Reader reader;
  private final @Nullable String agency;

  /// @param agency null for the name of the folder that a wire lies in
  WireFiles(Reader reader, @Nullable String agency) {
    this.reader = reader;
    this.agency = agency;
  }

  @Override
  public void read(Path file, Consumer<Find> found, LongConsumer read) throws IOException {
    var wire = wire(file);
    try {
      for (var reading : reader.read(wire)) {
        found.accept(
            switch (reading) {
              case Reading.Read(var copy) ->
                  new Find.Story(file.toString(), wire.agency(), copy, null, wire.sha256());
              case Reading.Failed(var reason) -> new Find.Unreadable(file.toString(), reason);
            });
      }
    } catch (Unreadable e) {
      found.accept(new Find.Unreadable(file.toString(), Reader.sentence(e)));
    }
    read.accept(Files.size(file));
  }

  private Wire wire(Path file) throws IOException {
    var folder = Wires.agency(file);
    var name = agency != null ? agency : Wire.isAgency(folder) ? folder : NOBODY;
    byte[] bytes;
    try (InputStream in = Lines.unpacked(file, Files.newInputStream(file))) {
      bytes = in.readAllBytes();
    }
    return new Wire(
        name,
        "archive",
        String.valueOf(file.getFileName()),
        null,
        bytes,
        Files.getLastModifiedTime(file).toInstant());
  }
}
