package newsroom.ingest.channel.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the cursors on disk, one file for each feed.
final class Cursors {

  private static final Logger log = LoggerFactory.getLogger(Cursors.class);

  private final Path folder;
  private final JsonMapper json;

  Cursors(Path folder, JsonMapper json) {
    this.folder = folder;
    this.json = json;
  }

  Cursor of(FeedSettings.Feed feed) {
    try {
      var cursor = json.readValue(Files.readAllBytes(place(feed)), Cursor.class);
      return feed.address().equals(cursor.address()) ? cursor : Cursor.start(feed.address());
    } catch (NoSuchFileException e) {
      return Cursor.start(feed.address());
    } catch (IOException | JacksonException e) {
      // costs one poll in full
      log.atDebug().setCause(e).log("the cursor of {} cannot be read", feed.address());
      return Cursor.start(feed.address());
    }
  }

  void keep(FeedSettings.Feed feed, Cursor cursor) throws IOException {
    Files.createDirectories(folder);
    var coming = folder.resolve("." + UUID.randomUUID());
    Files.write(coming, json.writeValueAsBytes(cursor));
    Files.move(coming, place(feed), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path place(FeedSettings.Feed feed) {
    var id = UUID.nameUUIDFromBytes(feed.address().toString().getBytes(StandardCharsets.UTF_8));
    return folder.resolve(feed.agency() + "-" + id + ".json");
  }
}
