package newsroom.enrichment.enricher.keywords;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Words with capital letters that stand in a row.
final class Runs {

  private static final Pattern WORD =
      Pattern.compile(
          "(?:\\p{Lu}\\.){2,}"
              + "|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}&]*(?:['’-][\\p{L}\\p{M}\\p{N}]+)*");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

  /// Between words of one name. A full stop only behind an initial or an abbreviated title.
  private static final Pattern JOINT = Pattern.compile("[ \\u00a0]");

  private static final Pattern ABBREVIATED = Pattern.compile("\\p{Lu}\\p{Ll}{0,2}");

  /// Where a sentence begins, with or without a quotation mark.
  private static final Pattern BEGINNING = Pattern.compile("(?:^|[.!?…:;\\n—–])[\\s\"“”„«»'‘’(]*");

  /// Small words inside names.
  private static final Set<String> INSIDE =
      Set.of(
          "of", "de", "la", "le", "du", "des", "von", "van", "der", "den", "zu", "al", "bin", "ben",
          "da", "di", "del", "dos", "do", "y", "e");

  /// A dateline ends before so many characters.
  private static final int DATELINE = 100;

  /// What is said this early is what the story is about.
  private static final int EARLY = 300;

  private final String text;
  private final List<Word> words;

  /// Where each word stands, as it is written.
  private final Map<String, List<Word>> written = new HashMap<>();

  private final boolean nounsInCapitals;

  /// @param early whether it stands in the opening
  record Run(List<String> words, boolean early) {}

  private record Word(String text, int start, int end) {}

  /// @param nounsInCapitals whether the language writes all nouns so: then a small word between two
  ///     of them is in no name, but for `von der`
  Runs(String text, boolean nounsInCapitals) {
    this.text = text;
    this.nounsInCapitals = nounsInCapitals;
    this.words =
        WORD.matcher(text).results().map(it -> new Word(it.group(), it.start(), it.end())).toList();
    words.forEach(word -> written.computeIfAbsent(word.text(), _ -> new ArrayList<>()).add(word));
  }

  List<Run> all() {
    var runs = new ArrayList<Run>();
    int at = 0;
    while (at < words.size()) {
      int end = isCapital(at) ? end(at) : at;
      if (end > at) {
        int from = isOpening(at, end) ? at + 1 : at;
        if (from < end && !isDateline(at, end)) {
          runs.add(run(from, end));
        }
        at = end;
      } else {
        at++;
      }
    }
    return runs;
  }

  /// Whether this is a small word inside names.
  static boolean isInside(String word) {
    return INSIDE.contains(word);
  }

  /// The place in capitals that the text begins with, or the credit in brackets behind it.
  private boolean isDateline(int at, int end) {
    int from = words.get(at).start();
    int to = words.get(end - 1).end();
    boolean bracketed = from > 0 && text.charAt(from - 1) == '(' && text.startsWith(")", to);
    boolean capitals =
        text.substring(from, to).equals(text.substring(from, to).toUpperCase(Locale.ROOT));
    return from == 0 ? capitals : bracketed && from < DATELINE;
  }

  private Run run(int from, int end) {
    var name = new ArrayList<String>();
    for (int i = from; i < end; i++) {
      var word = words.get(i).text();
      name.add(i == end - 1 ? POSSESSIVE.matcher(word).replaceFirst("") : word);
    }
    return new Run(name, words.get(from).start() < EARLY);
  }

  /// Behind the last word of the run that begins here.
  private int end(int at) {
    int end = at + 1;
    while (end < words.size() && isJoined(end - 1)) {
      int next = end + inside(end);
      boolean more = next < words.size() && isCapital(next) && (next == end || isJoined(next - 1));
      if (!more) {
        break;
      }
      end = next + 1;
    }
    return end;
  }

  /// How many small words of a name stand here.
  private int inside(int at) {
    int small = 0;
    while (small < 2
        && at + small < words.size()
        && INSIDE.contains(words.get(at + small).text())
        && (small == 0 || isJoined(at + small - 1))) {
      small++;
    }
    return nounsInCapitals && small == 1 ? 0 : small;
  }

  private boolean isJoined(int at) {
    var word = words.get(at);
    var between = text.substring(word.end(), words.get(at + 1).start());
    if (POSSESSIVE.matcher(word.text()).find()) {
      return false;
    }
    boolean stopped = between.startsWith(".") && ABBREVIATED.matcher(word.text()).matches();
    return JOINT.matcher(stopped ? between.substring(1) : between).matches();
  }

  private boolean isCapital(int at) {
    var word = words.get(at).text();
    boolean capital = Character.isUpperCase(word.codePointAt(0));
    return (capital && word.codePointCount(0, word.length()) > 1) || isInitial(at);
  }

  private boolean isInitial(int at) {
    var word = words.get(at);
    return word.text().length() == 1
        && Character.isUpperCase(word.text().charAt(0))
        && text.startsWith(".", word.end());
  }

  /// Whether the first word of a run has its capital letter for beginning a sentence only, as far
  /// as this text tells: it is never written so elsewhere, and the text has it in small letters, or
  /// nothing but it is in the run.
  private boolean isOpening(int at, int end) {
    var word = words.get(at);
    if (!begins(word.start())) {
      return false;
    }
    var small = word.text().toLowerCase(Locale.ROOT);
    if (written.containsKey(small)) {
      return true;
    }
    return end == at + 1
        && written.getOrDefault(word.text(), List.of()).stream()
            .noneMatch(other -> other.start() != word.start() && !begins(other.start()));
  }

  private boolean begins(int start) {
    int from = Math.max(0, start - 8);
    var before = BEGINNING.matcher(text).region(from, start);
    // an anchor at the region's start would take the middle of a sentence for its beginning
    before.useAnchoringBounds(from == 0);
    while (before.find()) {
      if (before.end() == start) {
        return true;
      }
    }
    return false;
  }
}
