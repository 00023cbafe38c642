package newsroom.enrichment.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The young stories that are to be looked at, and why: each once, however much came. For use by
/// one thread.
final class Due {

  private final Duration settle;
  private final Duration rest;
  private final Map<String, Look> waiting = new HashMap<>();
  private final Map<String, Instant> resting = new HashMap<>();

  /// Why a story is looked at.
  ///
  /// @param come uris of stories that came live
  /// @param gone uris of stories that are live no longer
  /// @param tries how often that was put off
  record Look(String uri, Instant at, Set<String> come, Set<String> gone, int tries) {

    Look later(Instant then) {
      return new Look(uri, then, come, gone, tries + 1);
    }

    /// Later, and not counted as a try.
    Look waiting(Instant then) {
      return new Look(uri, then, come, gone, tries);
    }
  }

  Due(Duration settle, Duration rest) {
    this.settle = settle;
    this.rest = rest;
  }

  void come(String young, String story, Instant now) {
    look(young, now).come().add(story);
    look(young, now).gone().remove(story);
  }

  void gone(String young, String story, Instant now) {
    look(young, now).gone().add(story);
    look(young, now).come().remove(story);
  }

  private Look look(String young, Instant now) {
    return waiting.computeIfAbsent(
        young,
        uri -> {
          var settled = now.plus(settle);
          var rested = resting.getOrDefault(uri, Instant.MIN);
          var at = settled.isAfter(rested) ? settled : rested;
          return new Look(uri, at, new HashSet<>(), new HashSet<>(), 0);
        });
  }

  /// Those whose time has come, at most so many, the longest due first. Each rests from now on.
  List<Look> take(Instant now, int most) {
    var taken =
        waiting.values().stream()
            .filter(look -> !look.at().isAfter(now))
            .sorted(Comparator.comparing(Look::at).thenComparing(Look::uri))
            .limit(most)
            .toList();
    resting.values().removeIf(until -> until.isBefore(now));
    taken.forEach(
        look -> {
          waiting.remove(look.uri());
          resting.put(look.uri(), now.plus(rest));
        });
    return new ArrayList<>(taken);
  }

  /// Puts one back that could not be looked at yet.
  void putBack(Look look) {
    waiting.merge(
        look.uri(),
        look,
        (before, later) -> {
          before.come().addAll(later.come());
          before.gone().addAll(later.gone());
          return before;
        });
  }

  void forget(String young) {
    waiting.remove(young);
    resting.remove(young);
  }

  int size() {
    return waiting.size();
  }
}
