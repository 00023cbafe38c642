package newsroom.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import newsroom.local.Folders;

/// The newsroom that is open on a data folder, as it noted itself there.
public final class OpenNewsroom {

  private OpenNewsroom() {}

  /// Where a part of it listens.
  ///
  /// @param part its key in the note: `ingest`, `publish`, `brokers`
  /// @param otherwise what else one can do, for the sentence
  /// @throws IllegalArgumentException with a sentence when none is open
  public static String address(Path data, String part, String otherwise) throws IOException {
    var note = new Folders(data).running();
    if (!Files.exists(note)) {
      throw new IllegalArgumentException(
          "no newsroom is open on "
              + data.toAbsolutePath()
              + ": start one with ./newsroom, name the folder of the one that is open with --data, or "
              + otherwise);
    }
    var running = new Properties();
    try (var in = Files.newInputStream(note)) {
      running.load(in);
    }
    return running.getProperty(part);
  }
}
