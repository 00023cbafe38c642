package newsroom.ingest.channel.dropfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells whole files from half-written ones: nobody says when he has written the last byte, so a
/// file must have stood still from one look to the next, and for a while.
final class Settling {

  private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".filepart", ".writing");

  private record Seen(long size, FileTime modified, Instant first) {

    boolean still(BasicFileAttributes now) {
      return size == now.size() && modified.equals(now.lastModifiedTime());
    }

    /// A clock that runs ahead on the writer's machine must not hold its files back.
    boolean since(Instant then) {
      return !first.isAfter(then) || !modified.toInstant().isAfter(then);
    }
  }

  private final Duration settle;
  private Map<Path, Seen> seen = new HashMap<>();

  Settling(Duration settle) {
    this.settle = settle;
  }

  /// The files in this folder that are whole, oldest first.
  List<Path> wholeFiles(Path folder, Instant now) throws IOException {
    var looked = new HashMap<Path, Seen>();
    var whole = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(folder, Settling::isFinished)) {
      for (var file : files) {
        if (look(file, now, looked)) {
          whole.add(file);
        }
      }
    }
    seen = looked;
    whole.sort(Comparator.comparing((Path file) -> modified(looked, file)).thenComparing(f -> f));
    return whole;
  }

  private boolean look(Path file, Instant now, Map<Path, Seen> looked) {
    try {
      var is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      // an empty file is one whose writer has not begun
      if (!is.isRegularFile() || is.size() == 0) {
        return false;
      }
      var before = seen.get(file);
      if (before == null || !before.still(is)) {
        looked.put(file, new Seen(is.size(), is.lastModifiedTime(), now));
        return false;
      }
      looked.put(file, before);
      return before.since(now.minus(settle));
    } catch (IOException e) {
      // renamed or taken away in this moment
      return false;
    }
  }

  private static FileTime modified(Map<Path, Seen> looked, Path file) {
    var known = looked.get(file);
    return known == null ? FileTime.fromMillis(0) : known.modified();
  }

  private static boolean isFinished(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith);
  }
}
