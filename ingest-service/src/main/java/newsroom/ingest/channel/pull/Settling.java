package newsroom.ingest.channel.pull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import newsroom.ingest.channel.pull.Remote.RemoteFile;

/// Which files are whole: those that two looks, some time apart, find the same.
final class Settling {

  private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".filepart", ".writing");

  private record Seen(RemoteFile file, Instant first) {}

  private final Server server;
  private final Pattern pattern;
  private Map<String, Seen> seen = new HashMap<>();

  Settling(Server server) {
    this.server = server;
    this.pattern = pattern(server.pattern());
  }

  /// Those that are whole, oldest first.
  List<RemoteFile> whole(List<RemoteFile> listed, Instant now) {
    var looked = new HashMap<String, Seen>();
    var whole = new ArrayList<RemoteFile>();
    for (var file : listed) {
      var before = seen.get(file.name());
      var first = before != null && before.file().equals(file) ? before.first() : now;
      looked.put(file.name(), new Seen(file, first));
      if (before != null && !first.isAfter(now.minus(server.settle()))) {
        whole.add(file);
      }
    }
    seen = looked;
    whole.sort(Comparator.comparing(RemoteFile::modified).thenComparing(RemoteFile::name));
    return whole;
  }

  /// Whether it is a file to be taken at all. An empty one is one whose writer has not begun.
  boolean isWanted(RemoteFile file, Instant now) {
    return file.size() > 0 && isNamed(file.name()) && isYoung(file, now);
  }

  private boolean isYoung(RemoteFile file, Instant now) {
    var oldest = server.notOlderThan();
    return oldest == null || !file.modified().isBefore(now.minus(oldest));
  }

  private boolean isNamed(String name) {
    var small = name.toLowerCase(Locale.ROOT);
    return !small.startsWith(".")
        && UNFINISHED.stream().noneMatch(small::endsWith)
        && name.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\' || c == 0x7f)
        && pattern.matcher(name).matches();
  }

  /// Not the globs of this machine's file system, which may not know the letters of the other's.
  private static Pattern pattern(String globs) {
    var regex = new StringBuilder();
    for (int i = 0; i < globs.length(); i++) {
      switch (globs.charAt(i)) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        case ',' -> regex.append('|');
        default -> regex.append(Pattern.quote(globs.substring(i, i + 1)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
  }
}
