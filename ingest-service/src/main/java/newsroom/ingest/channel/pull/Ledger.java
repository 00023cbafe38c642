package newsroom.ingest.channel.pull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import newsroom.ingest.channel.pull.Remote.RemoteFile;

/// Which files of one folder the desk has had. A line is added, and forced to disk, for each file;
/// lines of files that went away long ago are dropped when the ledger is opened.
final class Ledger {

  private static final String TAKEN = "+";
  private static final String FORGOTTEN = "-";

  /// A folder that lists nothing for a while must not make old files new.
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Path file;
  private final Map<String, Instant> taken = new LinkedHashMap<>();
  private boolean opened;

  Ledger(Path file) {
    this.file = file;
  }

  /// Whether the desk has had this file, as it is.
  boolean has(RemoteFile remote) throws IOException {
    open();
    return taken.containsKey(key(remote));
  }

  void took(RemoteFile remote, Instant now) throws IOException {
    open();
    taken.put(key(remote), now);
    append(line(TAKEN, now, key(remote)));
  }

  /// The file is gone: one that comes under its name is another.
  void forget(RemoteFile remote, Instant now) throws IOException {
    open();
    if (taken.remove(key(remote)) != null) {
      append(line(FORGOTTEN, now, key(remote)));
    }
  }

  /// Drops what is no longer there and was taken long ago.
  void tidy(Collection<RemoteFile> listed, Instant now) throws IOException {
    open();
    var there = listed.stream().map(Ledger::key).collect(Collectors.toSet());
    var oldest = now.minus(REMEMBERED);
    if (taken.entrySet().removeIf(line -> isOver(line, there, oldest))) {
      rewrite();
    }
  }

  private static boolean isOver(
      Map.Entry<String, Instant> line, Set<String> there, Instant oldest) {
    return line.getValue().isBefore(oldest) && !there.contains(line.getKey());
  }

  private static String key(RemoteFile remote) {
    return remote.size() + "\t" + remote.modified().toEpochMilli() + "\t" + remote.name();
  }

  private static String line(String sign, Instant when, String key) {
    return sign + "\t" + when.getEpochSecond() + "\t" + key + "\n";
  }

  private void open() throws IOException {
    if (opened) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      // a line that a crash cut short has no end, and its file is taken once more
      text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::read);
      rewrite();
    } catch (NoSuchFileException e) {
      // nothing was taken yet
    }
    opened = true;
  }

  private void read(String line) {
    var parts = line.split("\t", 3);
    if (parts.length < 3 || !parts[1].matches("\\d{1,12}")) {
      return;
    }
    if (parts[0].equals(TAKEN)) {
      taken.put(parts[2], Instant.ofEpochSecond(Long.parseLong(parts[1])));
    } else {
      taken.remove(parts[2]);
    }
  }

  private void append(String line) throws IOException {
    write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void rewrite() throws IOException {
    var text = new StringBuilder();
    taken.forEach((key, when) -> text.append(line(TAKEN, when, key)));
    var coming = file.resolveSibling("." + file.getFileName());
    write(
        coming,
        text.toString(),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(Path to, String text, StandardOpenOption... how) throws IOException {
    try (var out = FileChannel.open(to, how)) {
      var buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
  }
}
