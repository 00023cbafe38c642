package newsroom.enrichment.enricher.place;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The place that a dateline names.
///
/// @param place as written, often in capitals
/// @param region what stands behind it to tell it from places of the same name, as `Norway`,
///     `Texas`; empty where nothing does
record Dateline(String place, String region) {

  /// A dateline in front of a paragraph ends before so many characters.
  private static final int LONGEST = 100;

  private static final Pattern CREDIT = Pattern.compile("\\([^)]*\\)|/[\\p{L} ]+/");
  private static final Pattern DASH =
      Pattern.compile("[\\s\\u00a0](?:-{1,2}|_|–|—)(?=[\\s\\u00a0]|$)");

  /// `March 3`, `Dec. 9, 2026`, `3. März`, `le 3 mars 2026`, `03.03.2026`.
  private static final Pattern DATE =
      Pattern.compile(
          ",?\\s*(?:(?:le|den|am|el)\\s)?(?:\\d{1,2}\\.?\\s\\p{L}{3,10}\\.?|\\p{Lu}\\p{L}{2,9}\\.?\\s\\d{1,2}"
              + "|\\d{1,2}[./]\\d{1,2}[./])(?:,?\\s?\\d{4})?\\b.*$");

  /// Two places and more: the first counts.
  private static final Pattern NEXT =
      Pattern.compile("\\s*[/;|]\\s*|\\s+(?:and|und|et|y|e|en)\\s+");

  private static final String WORD_IN_CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}.'’-]+";
  private static final Pattern CAPITALS =
      Pattern.compile(WORD_IN_CAPITALS + "(?: " + WORD_IN_CAPITALS + ")*(?![\\p{L}\\p{M}])");

  /// At most five words with a capital letter, small ones between them.
  private static final Pattern MIXED =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}.'’-]+(?:[ -](?:\\p{Lu}[\\p{L}\\p{M}.'’-]+"
              + "|am|an|de|der|do|del|la|le|les|of|sur|el|im|in|ob|the|upon|di)){0,4}");

  /// Reads a dateline.
  ///
  /// @param known cities, in any case of letters
  static Optional<Dateline> read(String written, Predicate<String> known) {
    var line = CREDIT.matcher(written.replace('\u00a0', ' ')).replaceAll(" ");
    line = DASH.matcher(line).replaceAll(" ").strip();
    line = DATE.matcher(line).replaceFirst("").strip();
    var first = NEXT.split(line, 2)[0].strip();
    var parts = first.split("\\s*,\\s*", 2);
    var region = parts.length > 1 ? parts[1].strip() : "";
    return place(parts[0].strip(), known)
        .filter(place -> place.codePoints().filter(Character::isLetter).count() > 2)
        .map(place -> new Dateline(place, region));
  }

  /// Reads what stands before the dash that a paragraph begins with, where that is a dateline: in
  /// capitals, a known city, or with a credit or a date behind it.
  static Optional<Dateline> before(String paragraph, Predicate<String> known) {
    var beginning = paragraph.substring(0, Math.min(LONGEST, paragraph.length()));
    var dash = DASH.matcher(beginning);
    if (!dash.find()) {
      return Optional.empty();
    }
    var front = beginning.substring(0, dash.start()).strip();
    boolean marked = CREDIT.matcher(front).find() || DATE.matcher(front).find();
    return marked || CAPITALS.matcher(front).lookingAt() || known.test(front)
        ? read(front, known)
        : Optional.empty();
  }

  private static Optional<String> place(String text, Predicate<String> known) {
    if (known.test(text)) {
      return Optional.of(text);
    }
    var capitals = CAPITALS.matcher(text);
    if (capitals.lookingAt()) {
      return Optional.of(stripped(capitals.group(), known));
    }
    if (Arrays.stream(text.split(" ", -1)).anyMatch(Dateline::isSmall)) {
      // somebody is introduced first: Von unserem Korrespondenten BERLIN
      return capitals.results().map(run -> run.group()).reduce((_, last) -> last);
    }
    var bare = text.replaceFirst(" " + WORD_IN_CAPITALS + "$", "");
    return MIXED.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
  }

  /// `PARIS AFP` without the agency.
  private static String stripped(String capitals, Predicate<String> known) {
    int last = capitals.lastIndexOf(' ');
    return last > 0 && known.test(capitals.substring(0, last))
        ? capitals.substring(0, last)
        : capitals;
  }

  /// `am` and `de` are in names of places, too.
  private static boolean isSmall(String word) {
    return word.length() > 3 && word.codePoints().allMatch(Character::isLowerCase);
  }
}
