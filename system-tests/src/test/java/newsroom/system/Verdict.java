package newsroom.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What one site did wrong by its stories; each wrong with a sentence for each story.
final class Verdict {

  /// What can be wrong.
  enum Wrong {
    LOST,
    DOUBLED,
    BACKWARDS,
    EARLY,
    UNDEAD,
    ALTERED
  }

  private final String site;
  private final Map<Wrong, List<String>> wrongs = new TreeMap<>();

  Verdict(String site) {
    this.site = site;
  }

  void found(Wrong wrong, String sentence) {
    wrongs.computeIfAbsent(wrong, _ -> new ArrayList<>()).add(sentence);
  }

  Verdict copy() {
    var copy = new Verdict(site);
    wrongs.forEach((wrong, all) -> all.forEach(one -> copy.found(wrong, one)));
    return copy;
  }

  boolean clean() {
    return wrongs.isEmpty();
  }

  /// Whether nothing is missing any longer.
  boolean complete() {
    return !wrongs.containsKey(Wrong.LOST);
  }

  /// The figures, and the first few stories.
  @Override
  public String toString() {
    var text = new StringBuilder(site);
    for (var wrong : Wrong.values()) {
      var found = wrongs.getOrDefault(wrong, List.of());
      text.append("  ").append(wrong.name().toLowerCase(Locale.ROOT)).append(' ');
      text.append(found.size());
      found.stream().limit(3).forEach(one -> text.append("\n      ").append(one));
    }
    return text.toString();
  }
}
