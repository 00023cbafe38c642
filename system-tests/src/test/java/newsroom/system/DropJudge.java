package newsroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import newsroom.system.Verdict.Wrong;
import tools.jackson.databind.json.JsonMapper;

/// Holds the files that were dropped against the script.
record DropJudge(Script script, Path folder) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Dropped(
      long sequence, String uri, long version, boolean usable, Instant written) {}

  Verdict verdict() {
    var verdict = new Verdict("dropped");
    var byUri = files().stream().collect(Collectors.groupingBy(Dropped::uri));
    for (var story : script.stories()) {
      judge(story, byUri.getOrDefault(story.uri(script.seed()), List.of()), verdict);
    }
    return verdict;
  }

  private static void judge(Script.Planned story, List<Dropped> files, Verdict verdict) {
    long newest = 0;
    boolean down = false;
    var seen = new HashSet<String>();
    for (var file : files) {
      if (file.version() < newest) {
        verdict.found(Wrong.BACKWARDS, story + " " + file + " after " + newest);
      }
      newest = Math.max(newest, file.version());
      if (!seen.add(file.version() + " " + file.usable())) {
        verdict.found(Wrong.DOUBLED, story + " " + file);
      }
      if (file.usable() && down) {
        verdict.found(Wrong.UNDEAD, story + " " + file);
      }
      if (story.embargo() != null && file.written().isBefore(story.embargo())) {
        verdict.found(Wrong.EARLY, story + " " + file);
      }
      down |= !file.usable();
    }
    if (story.killed() ? !files.isEmpty() && !down : newest != Script.VERSIONS) {
      verdict.found(Wrong.LOST, story + " had only " + files);
    }
  }

  private List<Dropped> files() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .map(DropJudge::dropped)
          .sorted(Comparator.comparingLong(Dropped::sequence))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dropped dropped(Path file) {
    try {
      var item = JSON.readTree(Files.readAllBytes(file));
      var name = file.getFileName().toString();
      return new Dropped(
          Long.parseLong(name.substring(0, name.indexOf('-'))),
          item.path("uri").asString(),
          Long.parseLong(item.path("version").asString()),
          item.path("pubStatus").asString().equals("usable"),
          Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
