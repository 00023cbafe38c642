package newsroom.ingest.channel;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps on disk what was last seen of each source of a channel, one file for each, whole also
/// after a power cut.
public final class Bookmarks {

  private static final Logger log = LoggerFactory.getLogger(Bookmarks.class);

  private final Path folder;
  private final JsonMapper json;

  public Bookmarks(Path folder, JsonMapper json) {
    this.folder = folder;
    this.json = json;
  }

  /// What was kept of this source; empty when nothing was or it cannot be read, which costs asking
  /// for all once more.
  public <B> Optional<B> find(String agency, URI address, Class<B> type) {
    try {
      return Optional.of(json.readValue(Files.readAllBytes(place(agency, address)), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JacksonException e) {
      log.atWarn()
          .addKeyValue("agency", agency)
          .addKeyValue("address", Addresses.shown(address))
          .addKeyValue("reason", e.getMessage())
          .log("what was last seen of this source cannot be read, all of it is asked for");
      return Optional.empty();
    }
  }

  /// Keeps this instead of what was kept before.
  public void keep(String agency, URI address, Object bookmark) throws IOException {
    Files.createDirectories(folder);
    var coming = folder.resolve("." + UUID.randomUUID());
    try {
      write(coming, json.writeValueAsBytes(bookmark));
      Files.move(coming, place(agency, address), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(coming);
    }
    try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (var out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
  }

  private Path place(String agency, URI address) {
    return folder.resolve(fileName(agency, address) + ".json");
  }

  /// A file name for this source.
  public static String fileName(String agency, URI address) {
    var id = UUID.nameUUIDFromBytes(address.toString().getBytes(StandardCharsets.UTF_8));
    return agency + "-" + id;
  }
}
