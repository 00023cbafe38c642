package newsroom.ingest.channel.dropfolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where an agency's files go: `.taking/` while the desk has them, then `done/` or `spiked/`. Moves
/// are renames, so a file is in one place whole at any moment.
final class Trays {

  private static final Logger log = LoggerFactory.getLogger(Trays.class);
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
  /// crash; a file that belongs to another account keeps the time at which it was written, since
  /// only its owner may set one.
  void pickUp(Path file, Instant received) throws IOException {
    var place = move(file, taking);
    try {
      Files.setLastModifiedTime(place, FileTime.fromMillis(received.toEpochMilli()));
    } catch (FileSystemException e) {
      log.atDebug().addKeyValue("name", place.getFileName()).setCause(e).log("time not set");
    }
  }

  /// What has been picked up and is not safe yet, also before the last stop, oldest first.
  List<Path> taking() throws IOException {
    if (!Files.isDirectory(taking)) {
      return List.of();
    }
    try (var files = Files.list(taking)) {
      return files
          .map(Trays::taken)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(Taken::received).thenComparing(Taken::file))
          .limit(MOST_AT_ONCE)
          .map(Taken::file)
          .toList();
    }
  }

  private record Taken(Path file, FileTime received) {}

  /// Empty for what is no file, or is no longer there.
  private static Optional<Taken> taken(Path file) {
    try {
      var is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return is.isRegularFile()
          ? Optional.of(new Taken(file, is.lastModifiedTime()))
          : Optional.empty();
    } catch (IOException e) {
      log.atDebug().addKeyValue("name", file.getFileName()).setCause(e).log("not looked at");
      return Optional.empty();
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
