package newsroom.publish.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The file of sites while it is read: what its `${NAME}` stand for, and every mistake so far. They
/// are gathered, since whoever put one right wants to know of the others.
final class Proof {

  private final UnaryOperator<String> resolve;
  // by line; what was found first on a line is said first
  private final TreeMap<Integer, List<String>> mistakes = new TreeMap<>();

  /// A proof.
  ///
  /// @param resolve replaces `${NAME}` by the environment's value
  Proof(UnaryOperator<String> resolve) {
    this.resolve = resolve;
  }

  String resolved(String text) {
    return resolve.apply(text);
  }

  void mistake(int line, String sentence) {
    mistakes.computeIfAbsent(line, _ -> new ArrayList<>()).add("line " + line + ": " + sentence);
  }

  /// Throws all mistakes, if there are any.
  void check() {
    if (!mistakes.isEmpty()) {
      throw Mistake.of(mistakes.values().stream().flatMap(List::stream).toList());
    }
  }

  /// A question that helps who misspelt a word; empty where no known word is near.
  static String hint(String wrong, Collection<String> known) {
    String nearest = "";
    int least = Math.max(1, wrong.length() / 3) + 1;
    for (var word : known) {
      int distance = distance(wrong, word);
      if (distance < least) {
        least = distance;
        nearest = word;
      }
    }
    return nearest.isEmpty() ? "" : "; did you mean " + nearest + "?";
  }

  /// How many letters are to be changed, added, left out or swapped with their neighbour.
  private static int distance(String one, String other) {
    var rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        rows[i][j] =
            Math.min(rows[i - 1][j - 1] + change, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[one.length()][other.length()];
  }
}
