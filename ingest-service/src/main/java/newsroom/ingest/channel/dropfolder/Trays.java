package newsroom.ingest.channel.dropfolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/// Where an agency's files go: `.taking/` while the desk has them, then `done/` or `spiked/`. Moves
/// are renames, so a file is in one place whole at any moment.
final class Trays {

  private static final int MOST_AT_ONCE = 500;
  private static final int FEW_NAMESAKES = 20;

  private final Path folder;
  private final Path taking;
  private final Path done;
  private final Path spiked;

  Trays(Path folder) {
    this.folder = folder;
    this.taking = folder.resolve(".taking");
    this.done = folder.resolve("done");
    this.spiked = folder.resolve("spiked");
  }

  Path folder() {
    return folder;
  }

  /// Takes a file out of its sender's reach. Its time becomes that of receipt, which so outlives a
  /// crash.
  void pickUp(Path file, Instant received) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(received.toEpochMilli()));
    move(file, taking);
  }

  /// What has been picked up and is not safe yet, also before the last stop.
  List<Path> taking() throws IOException {
    if (!Files.isDirectory(taking)) {
      return List.of();
    }
    try (var files = Files.list(taking)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .limit(MOST_AT_ONCE)
          .toList();
    }
  }

  void done(Path file) throws IOException {
    move(file, done);
  }

  /// Puts the reasons beside the file, for whoever dropped it.
  void spiked(Path file, List<String> reasons) throws IOException {
    var place = move(file, spiked);
    var note = place.resolveSibling(place.getFileName() + ".reason.txt");
    Files.write(note, reasons, StandardCharsets.UTF_8);
  }

  /// Removes what was done before then.
  void clearDone(Instant before) throws IOException {
    if (!Files.isDirectory(done)) {
      return;
    }
    try (var files = Files.newDirectoryStream(done, Files::isRegularFile)) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// A rename takes the place of a namesake without a word, so a free name is looked for first;
  /// only this object moves files here.
  private synchronized Path move(Path file, Path tray) throws IOException {
    Files.createDirectories(tray);
    return Files.move(
        file, freePlace(tray, file.getFileName().toString()), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path freePlace(Path tray, String name) {
    var place = tray.resolve(name);
    for (long number = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); number++) {
      // an agency that gives all its files one name is not counted through from 2 each time
      var mark = number <= FEW_NAMESAKES ? number : System.nanoTime();
      place = tray.resolve(numbered(name, mark));
    }
    return place;
  }

  private static String numbered(String name, long number) {
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? name + "-" + number
        : name.substring(0, dot) + "-" + number + name.substring(dot);
  }
}
