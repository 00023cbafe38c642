package newsroom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// A note in the data folder that says which process runs it and where it listens, for the
/// launcher's other commands.
record Running(Path note) implements AutoCloseable {

  static Running note(Folders folders, Addresses addresses) throws IOException {
    var properties = new Properties();
    properties.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    properties.setProperty("ingest", addresses.ingest().toString());
    properties.setProperty("enrichment", addresses.enrichment().toString());
    properties.setProperty("publish", addresses.publish().toString());
    properties.setProperty("national", addresses.national().toString());
    properties.setProperty("harbor", addresses.harbor().toString());
    properties.setProperty("brokers", addresses.brokers());
    properties.setProperty("jdbc", addresses.jdbcUrl());
    var note = folders.running();
    try (var out = Files.newOutputStream(note)) {
      properties.store(out, "a newsroom is open; this note goes when it closes");
    }
    return new Running(note);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(note);
  }
}
