package newsroom.publish.delivery.carrying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import newsroom.publish.Events;
import newsroom.publish.destination.Dispatch;
import org.jspecify.annotations.Nullable;

/// Reads a site as the public does, knows by simple rules of its own what the agency has said so
/// far, and complains of the first thing that should not have been seen.
final class Reader {

  private final Clock clock;
  private final Instant start;
  // what the agency said of each story: by version, the embargo in hours, or the kill
  private final Map<String, NavigableMap<Integer, Word>> said = new HashMap<>();
  private final Map<String, Seen> seen = new HashMap<>();
  private final Map<String, Integer> latest = new HashMap<>();

  Reader(Clock clock) {
    this.clock = clock;
    this.start = clock.instant();
  }

  private record Word(@Nullable Instant embargo, boolean kill) {}

  private record Seen(int version, String id) {}

  /// The agency's event. What it said of a version once, it does not say otherwise later.
  Events hear(Schedule.Sends sends) {
    var words = said.computeIfAbsent(Events.uri(sends.number()), _ -> new TreeMap<>());
    var embargo = sends.embargo() == 0 ? null : start.plus(Duration.ofHours(sends.embargo()));
    var word = words.computeIfAbsent(sends.version(), _ -> new Word(embargo, false));
    return event(sends.number(), sends.version(), word);
  }

  Events hear(Schedule.Kills kills) {
    var words = said.computeIfAbsent(Events.uri(kills.number()), _ -> new TreeMap<>());
    var word = words.computeIfAbsent(kills.version(), _ -> new Word(null, true));
    return event(kills.number(), kills.version(), word);
  }

  private static Events event(int number, int version, Word word) {
    var event = Events.story(number).version(version);
    var embargo = word.embargo();
    if (embargo != null) {
      event.embargoedUntil(embargo);
    }
    return word.kill() ? event.killed() : event;
  }

  /// Something arrives at the site.
  void sees(Dispatch dispatch) {
    switch (dispatch) {
      case Dispatch.Show show -> shown(show);
      case Dispatch.TakeDown down -> seen.remove(down.uri());
    }
  }

  /// Something leaves for the site, whether or not it arrives.
  void leaves(Dispatch dispatch) {
    if (dispatch instanceof Dispatch.TakeDown down) {
      assertThat(current(down.uri()).kill()).as("taken down though not killed").isTrue();
    }
    if (dispatch instanceof Dispatch.Show show) {
      int version = (int) show.mark().version();
      var words = words(show.uri());
      var embargo = Objects.requireNonNull(words.get(version)).embargo();
      assertThat(embargo == null || !embargo.isAfter(clock.instant()))
          .as("E: version %s of %s leaves before its time", version, show.uri())
          .isTrue();
      assertThat(words.tailMap(version).values().stream().anyMatch(Word::kill))
          .as("a kill is final: version %s of %s leaves after it", version, show.uri())
          .isFalse();
    }
  }

  private void shown(Dispatch.Show show) {
    int version = (int) show.mark().version();
    assertThat(version)
        .as("O: never backwards")
        .isGreaterThanOrEqualTo(latest.getOrDefault(show.uri(), 0));
    var before = seen.put(show.uri(), new Seen(version, show.id()));
    if (before != null && before.version() == version) {
      assertThat(show.id()).as("D: nothing is doubled").isEqualTo(before.id());
    }
    latest.put(show.uri(), version);
  }

  private Word current(String uri) {
    return words(uri).lastEntry().getValue();
  }

  private NavigableMap<Integer, Word> words(String uri) {
    return Objects.requireNonNull(said.get(uri));
  }

  /// What must be seen once everything that was said has its time and every site answers.
  Map<String, Integer> expected() {
    var expected = new TreeMap<String, Integer>();
    said.forEach(
        (uri, words) -> {
          if (!words.lastEntry().getValue().kill()) {
            expected.put(uri, words.lastKey());
          }
        });
    return expected;
  }

  Map<String, Integer> seen() {
    var now = new TreeMap<String, Integer>();
    seen.forEach((uri, what) -> now.put(uri, what.version()));
    return now;
  }
}
