package newsroom.enrichment.enricher.keywords;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsroom.enrichment.story.Story;
import newsroom.enrichment.vocabulary.Language;

/// Finds the names of people, places and organisations in a story by their capital letters. In
/// scripts that have none, none are found.
final class Names {

  /// Write every noun with a capital letter: there only several in a row are a name.
  private static final Set<String> NOUNS_IN_CAPITALS = Set.of("de", "lb");

  private final Story story;
  private final Besides besides;
  private final boolean nounsInCapitals;
  private final Map<String, Name> found = new LinkedHashMap<>();

  private Names(Story story) {
    this.story = story;
    var language = Language.of(story.language()).code();
    this.besides = Besides.in(language);
    this.nounsInCapitals = NOUNS_IN_CAPITALS.contains(language);
  }

  /// The longest ways in which each is said, in the order of the text.
  static List<Name> in(Story story) {
    return new Names(story).all();
  }

  private List<Name> all() {
    var runs = new Runs(story.text(), nounsInCapitals);
    for (var run : runs.all()) {
      var words = trimmed(run.words());
      if (!words.isEmpty() && (words.size() > 1 || !nounsInCapitals)) {
        var name = new Name(String.join(" ", words), 1, isEarly(words, run));
        found.merge(name.text(), name, Name::and);
      }
    }
    return folded();
  }

  private boolean isEarly(List<String> words, Runs.Run run) {
    return run.early() || story.headline().contains(String.join(" ", words));
  }

  /// Without days and months, without a title and what stands before it: of `French President
  /// Emmanuel Macron` the last two.
  private List<String> trimmed(List<String> run) {
    int to = run.size();
    while (to > 0 && besides.isDate(run.get(to - 1))) {
      to--;
    }
    int from = 0;
    for (int i = 0; i < to; i++) {
      boolean title = besides.isTitle(run.get(i)) && (i + 1 < to || i == 0);
      from = title || (from == i && besides.isDate(run.get(i))) ? i + 1 : from;
    }
    while (from < to && Runs.isInside(run.get(from))) {
      from++;
    }
    return run.subList(from, to);
  }

  /// A surname alone, or an organisation's first word alone, counts for the whole name.
  private List<Name> folded() {
    var names = new ArrayList<>(found.values());
    names.sort(Comparator.comparingInt((Name name) -> -name.words().size()));
    var whole = new ArrayList<Name>();
    for (var name : names) {
      int longer = -1;
      for (int i = 0; i < whole.size() && longer < 0; i++) {
        longer = name.isPartOf(whole.get(i)) ? i : -1;
      }
      if (longer < 0) {
        whole.add(name);
      } else {
        whole.set(longer, whole.get(longer).and(name));
      }
    }
    return whole;
  }
}
