package newsroom.enrichment.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// The young stories that are to be looked at, and why: each once, however much came. For use by
/// one thread.
final class Due {

  private final Duration settle;
  private final Duration rest;
  private final Map<String, Look> waiting = new HashMap<>();
  private final NavigableSet<Look> inOrder =
      new TreeSet<>(Comparator.comparing(Look::at).thenComparing(Look::uri));
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

    /// Later, for what is gone alone.
    Look ofGone(Instant then) {
      return new Look(uri, then, new HashSet<>(), gone, 0);
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
          var look = new Look(uri, at, new HashSet<>(), new HashSet<>(), 0);
          inOrder.add(look);
          return look;
        });
  }

  /// Those whose time has come, at most so many, the longest due first. Each rests from now on.
  List<Look> take(Instant now, int most) {
    resting.values().removeIf(until -> until.isBefore(now));
    var taken = new ArrayList<Look>();
    while (taken.size() < most && !inOrder.isEmpty() && !inOrder.first().at().isAfter(now)) {
      var look = inOrder.removeFirst();
      waiting.remove(look.uri());
      resting.put(look.uri(), now.plus(rest));
      taken.add(look);
    }
    return taken;
  }

  /// Puts one back that could not be looked at yet.
  void putBack(Look look) {
    var before = waiting.putIfAbsent(look.uri(), look);
    if (before == null) {
      inOrder.add(look);
    } else {
      before.come().addAll(look.come());
      before.gone().addAll(look.gone());
    }
  }

  void forget(String young) {
    var look = waiting.remove(young);
    if (look != null) {
      inOrder.remove(look);
    }
    resting.remove(young);
  }

  int size() {
    return waiting.size();
  }
}
