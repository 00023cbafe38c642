package newsroom.enrichment.enricher.keywords;

import java.util.Arrays;
import java.util.List;

/// A name as the story writes it.
///
/// @param times how often it is said, by a part of it, too
/// @param early whether it is said in the headline or in the first sentences
record Name(String text, int times, boolean early) {

  List<String> words() {
    return Arrays.asList(text.split("[ -]", -1));
  }

  /// Whether this is a shorter way to say the other: `Brandt` for `Odalys Brandt`.
  boolean isPartOf(Name longer) {
    var mine = words();
    var others = longer.words();
    return mine.size() < others.size()
        && (endsWith(others, mine) || others.subList(0, mine.size()).equals(mine));
  }

  private static boolean endsWith(List<String> words, List<String> end) {
    return words.subList(words.size() - end.size(), words.size()).equals(end);
  }

  Name and(Name shorter) {
    return new Name(text, times + shorter.times, early || shorter.early);
  }

  /// Said often enough to be what the story is about.
  boolean matters() {
    return early || times > 1;
  }
}
