package newsroom.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import newsroom.system.Sink.Arrived;
import newsroom.system.Verdict.Wrong;
import org.jspecify.annotations.Nullable;

/// Holds what came to a sink against the script. A try that is repeated has the id and the body of
/// the first, so whoever goes by the id has it once.
record SinkJudge(Script script, Sink sink) {

  Verdict verdict() {
    var verdict = new Verdict(sink.name());
    var all = sink.arrived();
    altered(all, verdict);
    var stories = firstOfEach(all).stream().collect(Collectors.groupingBy(Arrived::uri));
    for (var story : script.stories()) {
      var came = stories.getOrDefault(story.uri(script.seed()), List.of());
      judge(story, came, verdict);
    }
    return verdict;
  }

  private static List<Arrived> firstOfEach(List<Arrived> all) {
    Set<String> seen = new HashSet<>();
    return all.stream().filter(one -> seen.add(one.id())).toList();
  }

  private static void altered(List<Arrived> all, Verdict verdict) {
    Map<String, String> bodies = new HashMap<>();
    for (var one : all) {
      var before = bodies.putIfAbsent(one.id(), one.body());
      if (before != null && !before.equals(one.body())) {
        verdict.found(Wrong.ALTERED, one.id() + " was\n" + before + "\nand then\n" + one.body());
      }
    }
  }

  private static void judge(Script.Planned story, List<Arrived> came, Verdict verdict) {
    Sink.@Nullable Mark newest = null;
    boolean down = false;
    var shown = new ArrayList<Arrived>();
    for (var one : came) {
      if (newest != null && one.mark().compareTo(newest) < 0) {
        verdict.found(Wrong.BACKWARDS, story + " " + one.mark() + " after " + newest);
      } else {
        newest = one.mark();
      }
      if (one.shows()) {
        show(story, one, down, verdict);
        doubled(story, one, shown, verdict);
        shown.add(one);
      } else {
        down = true;
      }
    }
    boolean ended = story.killed() ? shown.isEmpty() || down : last(shown);
    if (!ended) {
      verdict.found(Wrong.LOST, story + " had only " + newest);
    }
  }

  private static boolean last(List<Arrived> shown) {
    return !shown.isEmpty() && shown.getLast().mark().version() == Script.VERSIONS;
  }

  private static void show(Script.Planned story, Arrived one, boolean down, Verdict verdict) {
    if (story.embargo() != null && one.at().isBefore(story.embargo())) {
      verdict.found(Wrong.EARLY, story + " came at " + one.at());
    }
    if (down) {
      verdict.found(Wrong.UNDEAD, story + " came back as " + one.mark());
    }
  }

  /// The same again under another id would be a second story, or a second correction, to readers.
  /// A newer version may say `article.published` where the newsroom never heard that an older one
  /// arrived.
  private static void doubled(
      Script.Planned story, Arrived one, List<Arrived> before, Verdict verdict) {
    for (var other : before) {
      if (sameText(one, other)) {
        verdict.found(Wrong.DOUBLED, story + " came as\n" + other.body() + "\nand " + one.body());
      }
    }
  }

  private static boolean sameText(Arrived one, Arrived other) {
    return one.mark().equals(other.mark())
        && Objects.equals(
            one.event().path("data").path("article"), other.event().path("data").path("article"));
  }
}
