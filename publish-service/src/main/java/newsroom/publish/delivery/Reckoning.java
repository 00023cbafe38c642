package newsroom.publish.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a batch of arrivals comes to: which word counts on each story in the end.
final class Reckoning {

  private final Map<String, Standing> before;
  private final Map<String, Standing> after = new LinkedHashMap<>();
  private final List<Take> takes = new ArrayList<>();
  private final Map<String, Integer> winners = new LinkedHashMap<>();
  private final Map<String, Arrival> repeated = new HashMap<>();

  /// A reckoning.
  ///
  /// @param before what the ledger knows of the stories
  Reckoning(Map<String, Standing> before) {
    this.before = before;
  }

  void hear(Arrival arrival) {
    var uri = arrival.story().uri();
    var word = Word.of(arrival.story());
    var last = after.getOrDefault(uri, before.get(uri));
    var next = last == null ? Standing.first(word) : last.hear(word);
    boolean counts = last == null || !next.word().equals(last.word());
    if (counts) {
      supersede(winners.put(uri, takes.size()));
      takes.add(new Take(arrival, "current"));
    } else if (word.mark().equals(next.word().mark())) {
      repeated.put(uri, arrival);
    } else {
      takes.add(new Take(arrival, word.repeats(next.word()) ? "unchanged" : "older"));
    }
    if (!next.equals(last)) {
      after.put(uri, next);
    }
  }

  private void supersede(@Nullable Integer index) {
    if (index != null) {
      takes.set(index, new Take(takes.get(index).arrival(), "superseded"));
    }
  }

  List<Take> takes() {
    return takes;
  }

  /// The arrivals that count now and did not before, by story.
  Map<String, Arrival> winners() {
    var current = new LinkedHashMap<String, Arrival>();
    winners.forEach((uri, index) -> current.put(uri, takes.get(index).arrival()));
    return current;
  }

  /// Arrivals that counted already and came again: the sites' file may know a new destination.
  Map<String, Arrival> repeated() {
    var again = new HashMap<>(repeated);
    again.keySet().removeAll(winners.keySet());
    return again;
  }

  /// Those of these stories that were in the ledger before.
  Set<String> known(Set<String> uris) {
    return uris.stream().filter(before::containsKey).collect(Collectors.toSet());
  }

  /// Standings of stories that were not known.
  Map<String, Standing> fresh() {
    var fresh = new LinkedHashMap<>(after);
    fresh.keySet().removeAll(before.keySet());
    return fresh;
  }

  /// New standings of stories that were known.
  Map<String, Standing> changed() {
    var changed = new LinkedHashMap<>(after);
    changed.keySet().retainAll(before.keySet());
    return changed;
  }
}
